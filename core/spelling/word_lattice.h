// WordLattice: how a run of Thai, Lao, Khmer or Burmese, which set no words apart, is put together from words.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "spelling/spelling_lists.h"

namespace catchword {

/// Says nothing final while blocks are missing. Cost: for each place where a word may begin the blocks that have those
/// that begin so, one or two; all at once.
class WordLattice {
 public:
  /// Borrows both. REQUIRES: `run` is an unspaced_form.
  WordLattice(SpellingLists& lists, const std::u32string& run);

  /// Of what stands before `place`, how many characters are in no word, at least.
  [[nodiscard]] std::uint32_t unknown_before(std::size_t place) const { return before_[place] / kUnknown; }

  /// Whether words make up the whole run.
  [[nodiscard]] bool is_complete() const { return unknown_before(run_.size()) == 0; }

  /// The run with one character in one of its words put in, left out or replaced, or two neighbours exchanged, so that
  /// words make it up, the most frequent ones and as few as can be. Empty where no change does. REQUIRES: it isn't
  /// complete. Cost: one to three blocks for some places before the mistake, and for some behind it; all at once.
  std::u32string mended();

 private:
  static constexpr std::uint32_t kUnknown = 1 << 16;  // what a character costs that is in no word: more than all words

  struct Word {
    std::size_t begin;
    std::size_t end;
    std::uint32_t cost;
  };

  // A word in the place of a part of the run.
  struct Change {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::u32string word;
    std::uint32_t cost = kUnknown;  // of all words then
  };

  void find_words(std::size_t begin);
  void add_up();
  void collect(WordOrder order, std::size_t place);
  void consider(const SpelledWord& word, WordOrder order, std::size_t place);

  SpellingLists& lists_;
  const std::u32string& run_;
  std::vector<Word> words_;            // by where they begin
  std::vector<std::uint32_t> before_;  // the least cost of what stands before a place
  std::vector<std::uint32_t> behind_;  // and of what stands behind it
  Change best_;
};

/// What `run`, an unspaced_form, was probably meant to be. Empty where words make it up, where no change of a word
/// helps, and of a run that is longer than they are typed. Says nothing final while blocks are missing.
std::string mended_words(SpellingLists& lists, const std::u32string& run);

}  // namespace catchword
