// Mistakes in Hangul, which is typed letter by letter and indexed by pairs of syllables.
#pragma once

#include <string>

#include "spelling/spelling_lists.h"

namespace catchword {

/// What `run`, characters of which the pairs from number `first` to number `last` stand in no document, was probably
/// meant to be: two neighbours exchanged, or one letter of a syllable replaced, put in or left out, so that each pair
/// that this makes is one of the vocabulary. Of several that whose rarest pair is the most frequent. Empty when there is
/// none; says nothing final while blocks are missing. Cost: three to six blocks.
std::u32string mended_syllables(SpellingLists& lists, const std::u32string& run, std::size_t first, std::size_t last);

}  // namespace catchword
