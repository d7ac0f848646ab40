#include <libstemmer.h>

#include "analysis/stemmer.h"
#include "analysis/word.h"

namespace catchword {

struct Stemmer::Algorithm {
  sb_stemmer* handle = nullptr;
  ~Algorithm() { sb_stemmer_delete(handle); }
};

Stemmer::Stemmer(std::string_view language) {
  const std::string primary = primary_language(language);
  sb_stemmer* handle = primary.size() == 2 ? sb_stemmer_new(primary.c_str(), nullptr) : nullptr;
  if (handle != nullptr) algorithm_.reset(new Algorithm{handle});
}

Stemmer::~Stemmer() = default;

bool Stemmer::has_algorithm() const { return algorithm_ != nullptr; }

bool Stemmer::ready() const { return true; }

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
