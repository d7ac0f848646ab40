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

/// `folded`, a word of a phrase, as it is looked up: a single character of a script without spaces stands in the pairs
/// that begin with it.
QueryWord word_of_phrase(const std::string& folded);

/// The terms that stand for a word of a phrase: its spellings, and for a single character all pairs that begin with it.
WordMatch match_in_phrase(BlockStore& store, const QueryWord& word);

/// Where words stand, or would begin: document and position as one number, ascending.
using Places = std::vector<std::uint64_t>;

/// Where a phrase would begin for `word` to stand `offset` behind that; all its spellings together. When
/// the store lacks a position block, it knows so.
Places places_of(PositionStore& store, const WordMatch& word, std::uint32_t offset);

/// Where `phrase` begins; `words[i]` are the terms of its i-th word. When the store lacks a position block there is no
/// such place and the store knows what is missing. Linear in the positions of the words.
Places places_of(PositionStore& store, const QueryPhrase& phrase, std::span<const WordMatch> words);

/// Ascending documents that have `phrase`; all else as in places_of.
std::vector<PhraseHit> find_phrase(PositionStore& store, const QueryPhrase& phrase,
                                   std::span<const WordMatch> words);

/// Adds the words of `phrase` to `search`, marked only where the phrase stands. All other words come
/// before. Borrows it. Returns what they stand for.
std::vector<WordMatch> add_words(Search& search, PhraseMarks& marks, const QueryPhrase& phrase,
                                 Search::Role role);

}  // namespace catchword
