// What readers may have meant who type a word that hardly any document has.
#pragma once

#include <string>
#include <vector>

#include "build/inverter.h"
#include "build/word_pairs.h"

namespace catchword {

/// What is likelier stands in so many times as many documents.
inline constexpr std::uint32_t kFarMore = 16;

/// Finds what is proposed for words of few documents, as docs/QUERY.md ("Mistakes") says.
class LikelierWords {
 public:
  /// Looks among the words of `index`, which is of so many documents, on up to `jobs` threads, and adds to `pairs`. Some
  /// 0.3 µs a rare word. REQUIRES: classes are known.
  LikelierWords(const InvertedIndex& index, std::uint32_t documents, unsigned jobs, WordPairs& pairs);

  /// Tells the terms. REQUIRES: `pairs` were told all documents' words.
  void assign_to(InvertedIndex& index, const WordPairs& pairs) const;

 private:
  struct Found {
    TermId rare;           // the first spelling of the rare word
    std::uint32_t least;   // documents that two words must have side by side
    TermId near;           // one edit away or two, or none
    TermId first, second;  // words that may have been written as one, or none
    std::uint32_t pair;    // their number
  };

  std::vector<Found> found_;
};

}  // namespace catchword
