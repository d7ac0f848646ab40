// What a leaf of an expression stands for in the dictionary, in one field or under one key if it says so.
//
// A metadata key's words stand in the dictionary a second time, as ":key:word", so that author:dai costs
// no more than dai. No other term begins with a colon.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "query/document_list.h"
#include "query/expression.h"
#include "query/sources.h"
#include "search/matcher.h"

namespace catchword {

/// Terms, with their postings; those that were chosen are owned.
struct LeafMatch {
  WordMatch match;
  std::vector<std::vector<Posting>> chosen;  ///< what `match` borrows from, if anything
  bool whole = true;                         ///< false when terms or postings were left out
};

/// The bits of Field that `key` names: title, heading, text, link. 0: it is a metadata key.
std::uint8_t fields_of_key(std::string_view key);

/// Whether documents have words under `key`. When a block is missing, true, and the store knows.
bool has_key(BlockStore& store, std::string_view key);

/// `word` as it stands in the dictionary under `key`, which is no field.
QueryWord word_under(std::string_view key, const QueryWord& word);

/// The terms of a leaf that is one word, with the postings of its field; of an exact one those of documents that it
/// stands in itself, for which positions are read where the term has aliases.
LeafMatch match_leaf(const Sources& sources, const Expression& leaf);

/// The same terms, with all their postings, as positions go with them.
LeafMatch match_lists(const Sources& sources, const Expression& leaf);

/// The terms of a phrase's words, by the phrase's key.
std::vector<WordMatch> match_words(BlockStore& store, const Expression& phrase);

DocumentList documents_of(const WordMatch& match);

}  // namespace catchword
