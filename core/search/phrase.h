// Phrases: the documents in which words stand side by side, found by positions, never guessed.
#pragma once

#include <span>
#include <vector>

#include "search/block_store.h"
#include "search/matcher.h"
#include "search/query.h"

namespace catchword {

/// Where words stand, or would begin: document and position as one number, ascending.
using Places = std::vector<std::uint64_t>;

/// Where a phrase would begin for `word` to stand `offset` behind that; all its spellings together. When
/// the store lacks a position block, it knows so.
Places places_of(BlockStore& store, const WordMatch& word, std::uint32_t offset);

/// A document that has a phrase.
struct PhraseHit {
  DocId document = 0;
  std::uint16_t block = 0;      ///< text block of the first, counted from the document's first
};

/// Ascending documents that have `phrase`; `words[i]` are the terms of its i-th word. When the store
/// lacks a position block the result is empty and the store knows what is missing. Linear in the
/// positions of the words.
std::vector<PhraseHit> find_phrase(BlockStore& store, const QueryPhrase& phrase,
                                   std::span<const WordMatch> words);

}  // namespace catchword
