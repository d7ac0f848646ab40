// WordPairs: in how many documents given pairs of words stand side by side.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "build/inverter.h"
#include "index/vocabulary.h"

namespace catchword {

/// Is told the words of one document after the other. Made anew for each build; about 20 ns for each place of a word
/// that is in a pair.
class WordPairs {
 public:
  /// Counts `second` behind `first`, too. Returns the pair's number. Call it before all else.
  std::uint32_t add(TermId first, TermId second);

  /// A word of the document.
  void add_word(TermId term, std::span<const Position> positions);

  /// That were all words of the document.
  void finish_document();

  /// Documents that have the pair so.
  [[nodiscard]] std::uint32_t documents(std::uint32_t pair) const { return pairs_[pair].documents; }

 private:
  enum Role : std::uint8_t { kNone, kFirst, kSecond, kBoth };

  struct Pair {
    TermId first;
    TermId second;
    std::uint32_t next;      // another pair with the same first word, its number and one more; 0 for none
    std::uint32_t documents = 0;
    std::uint32_t last = 0;  // document that was counted, from 1
  };

  // A word, and the place where the other one of its pair would stand.
  struct Place {
    Position position;
    TermId term;
  };

  void count(TermId first, TermId second);

  std::vector<Pair> pairs_;
  std::vector<Role> roles_;             // of each term
  std::vector<std::uint32_t> heads_;    // of each term: its last pair, and one more
  std::vector<Place> behind_;           // of the document: of first words, the place behind
  std::vector<Place> seconds_;
  std::vector<Place> table_;            // behind_ by a hash of the position
  std::uint32_t document_ = 1;
};

}  // namespace catchword
