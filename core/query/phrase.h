// Phrases: the documents in which words stand side by side, found by positions, never guessed.
#pragma once

#include <span>
#include <vector>

#include "query/phrase_marks.h"
#include "query/position_store.h"
#include "search/matcher.h"
#include "search/query.h"
#include "search/search.h"

namespace catchword {

/// Where words stand, or would begin: document and position as one number, ascending.
using Places = std::vector<std::uint64_t>;

/// Where a phrase would begin for `word` to stand `offset` behind that; all its spellings together. When
/// the store lacks a position block, it knows so.
Places places_of(PositionStore& store, const WordMatch& word, std::uint32_t offset);

/// Ascending documents that have `phrase`; `words[i]` are the terms of its i-th word. When the store
/// lacks a position block the result is empty and the store knows what is missing. Linear in the
/// positions of the words.
std::vector<PhraseHit> find_phrase(PositionStore& store, const QueryPhrase& phrase,
                                   std::span<const WordMatch> words);

/// Adds the words of `phrase` to `search`, marked only where the phrase stands. All other words come
/// before. Borrows it. Returns what they stand for.
std::vector<WordMatch> add_words(Search& search, PhraseMarks& marks, const QueryPhrase& phrase,
                                 Search::Role role);

}  // namespace catchword
