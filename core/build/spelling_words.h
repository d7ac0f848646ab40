// The vocabulary that misspelled words are corrected to and unfinished ones completed to.
#pragma once

#include <vector>

#include "build/inverter.h"
#include "index/spelling_block.h"

namespace catchword {

/// Appends the words of the index's window that a reader may mean: on two documents or more, or in a title;
/// with a letter, and of a script that is written with spaces. Sorted by folded form, each once, with the
/// form that most documents have. Linear in the postings.
void collect_spelled_words(const InvertedIndex& index, std::vector<SpelledWord>& words);

}  // namespace catchword
