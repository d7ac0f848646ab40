// Stemmer: which forms are inflections of one word, by Snowball's algorithms. Two implementations answer
// alike: stemmer_snowball.cc (native, libstemmer) and stemmer_host.cc (the module, which asks the page
// for one script a language, and only when a query has a form that no document has).
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace catchword {

/// The primary subtag of a BCP 47 tag in lower case, as stemmers are named: "de" for "de-AT", "no" for
/// all of Norwegian, empty for "".
std::string primary_language(std::string_view tag);

/// Not thread-safe; make one a thread.
class Stemmer {
 public:
  /// For a BCP 47 language ("en", "de-AT"). Without a Snowball algorithm for it, stems are the words.
  explicit Stemmer(std::string_view language);
  ~Stemmer();
  Stemmer(const Stemmer&) = delete;
  Stemmer& operator=(const Stemmer&) = delete;

  /// Whether Snowball has an algorithm for it. Native only.
  [[nodiscard]] bool has_algorithm() const;

  /// Whether it can be used; false in a page that has not loaded the language's script yet.
  [[nodiscard]] bool ready() const;

  /// The stem of a written form (lower case, UTF-8), folded: names the form's class. REQUIRES: ready().
  [[nodiscard]] std::string stem(std::string_view form) const;

 private:
  struct Algorithm;
  std::unique_ptr<Algorithm> algorithm_;
};

}  // namespace catchword
