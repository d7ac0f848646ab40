// Stemming by the page that runs the module: web/engine implements the import, by a script a language.
#include "analysis/stemmer.h"
#include "analysis/word.h"

extern "C" __attribute__((import_module("host"), import_name("stem"))) std::int32_t host_stem(
    const char* language, std::int32_t language_size, const char* form, std::int32_t form_size,
    char* out, std::int32_t capacity);

namespace catchword {

struct Stemmer::Algorithm {
  std::string language;

  // The number of bytes of the stem, written when they are no more than `capacity`; negative when the
  // script isn't there.
  std::int32_t stem(std::string_view form, char* out, std::size_t capacity) const {
    return host_stem(language.data(), static_cast<std::int32_t>(language.size()), form.data(),
                     static_cast<std::int32_t>(form.size()), out,
                     static_cast<std::int32_t>(capacity));
  }
};

Stemmer::Stemmer(std::string_view language)
    : algorithm_(new Algorithm{primary_language(language)}) {}

Stemmer::~Stemmer() = default;

bool Stemmer::ready() const { return algorithm_->stem({}, nullptr, 0) >= 0; }

std::string Stemmer::stem(std::string_view form) const {
  std::string stem(2 * form.size(), '\0');  // no algorithm makes a word so much longer
  const std::int32_t size = algorithm_->stem(form, stem.data(), stem.size());
  if (size < 0 || static_cast<std::size_t>(size) > stem.size()) return fold(form);
  stem.resize(static_cast<std::size_t>(size));
  return fold(stem);
}

}  // namespace catchword
