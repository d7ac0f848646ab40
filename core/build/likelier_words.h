// What readers may have meant who type a word that hardly any document has.
#pragma once

#include <string>
#include <vector>

#include "build/inverter.h"
#include "build/word_pairs.h"

namespace catchword {

/// Finds what is proposed for words of at most kMostRareDocuments documents, as docs/QUERY.md ("Mistakes") says. Borrows
/// nothing.
class LikelierWords {
 public:
  /// Looks among the words of `index`, on up to `jobs` threads. Some 0.3 µs a rare word. REQUIRES: classes are known.
  LikelierWords(const InvertedIndex& index, unsigned jobs);

  /// Has to be told all documents' words before `assign_to`.
  [[nodiscard]] WordPairs& pairs() { return pairs_; }

  /// Tells the terms.
  void assign_to(InvertedIndex& index) const;

 private:
  struct Found {
    TermRange terms;       // spellings of the rare word
    std::uint32_t least;   // documents that two words must have side by side
    TermId near;           // one edit away or two, or none
    TermId first, second;  // words that may have been written as one, or none
    std::uint32_t pair;    // their number in pairs_
  };

  WordPairs pairs_;
  std::vector<Found> found_;
};

}  // namespace catchword
