// What a word that no document has may have been meant to be.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "spelling/neighbours.h"

namespace catchword {

/// Words to search in the place of others.
struct Guess {
  std::vector<SpelledWord> words;  ///< one, or the two that were written as one
  std::uint32_t merit = 0;         ///< comparable among the guesses for one word
  bool keeps_accents = false;      ///< whether the written form has those that were typed

  /// As it is shown: the written forms.
  [[nodiscard]] std::string text() const;
};

/// Guesses for `folded`, which is no word of the vocabulary: words one edit away; if there is none, two
/// words that stand without a space; if there is none, words two edits away. The best first, at most
/// three. Nearness, titles and frequency weigh as they were found to tell misspelled words of manuals
/// apart (docs/RANKING.md). Says nothing final while blocks are missing. Cost: words_within.
std::vector<Guess> guesses_for(SpellingLists& lists, std::string_view folded);

/// Puts `guess` behind those of its merit and more. Linear.
void add_by_merit(std::vector<Guess>& guesses, Guess guess);

/// The word that `first` and `second` are without the space between them.
std::optional<Guess> joined(SpellingLists& lists, std::string_view first, std::string_view second);

}  // namespace catchword
