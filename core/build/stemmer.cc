#include "build/stemmer.h"

#include <libstemmer.h>

#include "analysis/word.h"

namespace catchword {

struct Stemmer::Algorithm {
  sb_stemmer* handle = nullptr;
  ~Algorithm() { sb_stemmer_delete(handle); }
};

Stemmer::Stemmer(std::string_view language) {
  std::string primary(language.substr(0, language.find('-')));
  if (primary == "nb" || primary == "nn") primary = "no";  // Snowball has one Norwegian
  sb_stemmer* handle = primary.empty() ? nullptr : sb_stemmer_new(primary.c_str(), nullptr);
  if (handle != nullptr) algorithm_.reset(new Algorithm{handle});
}

Stemmer::~Stemmer() = default;

std::string Stemmer::stem(std::string_view form) const {
  if (!algorithm_) return fold(form);
  const sb_symbol* stem =
      sb_stemmer_stem(algorithm_->handle, reinterpret_cast<const sb_symbol*>(form.data()),
                      static_cast<int>(form.size()));
  if (stem == nullptr) return fold(form);  // out of memory, says libstemmer
  const auto size = static_cast<std::size_t>(sb_stemmer_length(algorithm_->handle));
  return fold(std::string_view(reinterpret_cast<const char*>(stem), size));
}

}  // namespace catchword
