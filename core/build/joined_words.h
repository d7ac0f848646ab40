// Words that readers may type with a space in them.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "build/inverter.h"
#include "build/word_pairs.h"

namespace catchword {

/// Finds frequent words that are two others, as docs/QUERY.md ("Mistakes") says. Borrows the index's strings.
class JoinedWords {
 public:
  /// Looks among the words of `index`, and adds to `pairs`. Some 20 ns a word, and 1 µs for a frequent one that begins
  /// with another.
  JoinedWords(const InvertedIndex& index, WordPairs& pairs);

  /// Tells the first of each two. REQUIRES: `pairs` were told all documents' words.
  void assign_to(InvertedIndex& index, const WordPairs& pairs) const;

 private:
  static constexpr std::uint32_t kUncounted = ~std::uint32_t{0};

  struct Joined {
    TermId first;             // the first spelling of the first word
    std::string_view second;  // folded
    std::uint32_t most;       // documents that may have the two side by side
    std::uint32_t pair;       // their number; kUncounted where one of them is in no more
  };

  void add(const InvertedIndex& index, const Spellings& first, const Spellings& whole, WordPairs& pairs);

  std::vector<Joined> joined_;
};

}  // namespace catchword
