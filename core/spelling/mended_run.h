// Mistakes in scripts that are indexed by pairs of characters: in Hangul, which is typed letter by letter, in Han, which is
// typed by how it sounds, and in words in Katakana, which other scripts set apart.
#pragma once

#include <string>
#include <vector>

#include "spelling/spelling_lists.h"

namespace catchword {

/// What `run`, of whose overlapping pairs some are not `known`, was probably meant to be: with guesses_for's first guesses for
/// its words in Katakana; else two neighbours exchanged, or one letter of a syllable replaced, put in or left out, or a Han
/// character replaced by a homophone, so that each pair that this makes is one of the vocabulary: of several that whose
/// rarest pair is the most frequent. Empty when there is none; says nothing final while blocks are missing. The first
/// pairs that are unknown are changed. In Han these must be all, and the run short: of a question some pairs are new though
/// it is right. REQUIRES: a pair is unknown. Cost: three to six blocks, and for Han the homophones; guesses_for.
std::string mended_run(SpellingLists& lists, const std::u32string& run, const std::vector<bool>& known);

}  // namespace catchword
