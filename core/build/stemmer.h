// Stemmer: which forms are inflections of one word, by Snowball's algorithms.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace catchword {

/// Not thread-safe; make one a thread.
class Stemmer {
 public:
  /// For a BCP 47 language ("en", "de-AT"). Without a Snowball algorithm for it, stems are the words.
  explicit Stemmer(std::string_view language);
  ~Stemmer();
  Stemmer(const Stemmer&) = delete;
  Stemmer& operator=(const Stemmer&) = delete;

  /// The stem of a written form (lower case, UTF-8), folded: names the form's class.
  [[nodiscard]] std::string stem(std::string_view form) const;

 private:
  struct Algorithm;
  std::unique_ptr<Algorithm> algorithm_;
};

}  // namespace catchword
