// Compounds: which words of Dutch, German and the Scandinavian languages are made of others, so that
// "Datenbankverbindung" is found by "Verbindung".
//
// The collection's own vocabulary is the lexicon: a part is a word that stands by itself in enough
// documents, and of several splits that with the fewest parts, then with the highest geometric mean of
// their documents is taken (after Koehn and Knight, "Empirical Methods for Compound Splitting", EACL
// 2003). A compound that is far more frequent than one of its parts is a word of its own.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "analysis/stemmer.h"

namespace catchword {

/// Whether words are split in the language ("de", "nl", "sv", "da", "no").
bool has_compounds(std::string_view language);

/// The vocabulary of one language. Not thread-safe.
class CompoundSplitter {
 public:
  /// `least`: in how many documents a part must stand. REQUIRES: has_compounds(language).
  CompoundSplitter(std::string_view language, std::uint32_t least);

  /// Adds a word (a written form), with the number of documents that have it; borrows it.
  void add(std::string_view word, std::uint32_t documents);

  /// The parts of `word`, words that were added: two or more, in their order; none when it is no
  /// compound. The last may be another inflection than the one that stands in `word`. Quadratic in the
  /// letters of `word`, at most.
  [[nodiscard]] std::vector<std::string_view> split(std::string_view word) const;

 private:
  struct Language;
  struct Part {
    std::string_view word;
    std::uint32_t documents = 0;  ///< 0: there is none
  };

  static const Language* find_language(std::string_view code);
  [[nodiscard]] Part first_part(std::string_view text) const;
  [[nodiscard]] Part last_part(std::string_view text) const;
  [[nodiscard]] std::vector<Part> best_split(std::string_view text, std::uint32_t least,
                                             int most_parts) const;
  friend bool has_compounds(std::string_view language);

  const Language* language_;
  Stemmer stemmer_;
  std::uint32_t least_;
  std::unordered_map<std::string_view, std::uint32_t> documents_;  ///< by word
  std::unordered_map<std::string, Part> by_stem_;                  ///< of each stem the most frequent word
};

}  // namespace catchword
