// The vocabulary that misspelled words are corrected to and unfinished ones completed to.
#pragma once

#include <string_view>
#include <vector>

#include "build/inverter.h"
#include "index/spelling_block.h"

namespace catchword {

/// Whether the letters of `word`, a folded form, can be mistyped one by one. In scripts without spaces terms are pairs
/// of characters, and one edit makes any pair of any other. Words of a chain stand by themselves, too, and so do words
/// under a metadata key, ":key:word".
bool is_spelled(std::string_view word);

/// Whether `word`, a folded form, is spelled, and has no digits: these are meant as they are.
bool may_be_mistaken(std::string_view word);

/// Appends the words of the index's window that a reader may mean: on two documents or more, or in a title; words that
/// are spelled, chains with letters, and pairs of characters of scripts without spaces. Sorted by folded form, each once,
/// with the form that most documents have. Linear in the postings.
void collect_spelled_words(const InvertedIndex& index, std::vector<SpelledWord>& words);

}  // namespace catchword
