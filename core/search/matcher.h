// Matcher: which terms of the dictionary a word of a query stands for.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "index/limits.h"
#include "search/block_store.h"
#include "search/query.h"

namespace catchword {

/// How a term relates to the word as typed; the better kin counts for more.
enum class Kinship : std::uint8_t {
  kForm,        ///< the form as typed
  kFolded,      ///< another spelling: accents, case
  kInflection,  ///< the same stem; another spelling where a document has the accents that are typed
  kCompletion,  ///< begins with the word
};

/// A term that a word stands for. Borrows from the store.
struct MatchedTerm {
  const Term* term = nullptr;
  std::span<const Posting> postings;
  Kinship kinship = Kinship::kForm;
  std::size_t block = 0;  ///< where it stands, for its positions
  std::size_t entry = 0;
};

/// All that one word stands for; empty when the dictionary has nothing.
using WordMatch = std::vector<MatchedTerm>;

/// Finds the terms for `word` in the blocks that `store` has. When it lacks one, the result is
/// partial and the store knows what is missing. At most one block more than the word's own, unless a
/// stem's forms lie far apart; a prefix whose terms fill more than kMostPrefixBlocks is answered by
/// its completion term, unless `whole` is wanted. Linear in the blocks.
WordMatch match_word(BlockStore& store, const QueryWord& word, bool whole = false);

/// Whether of some term, a completion, the best documents stand for all. Linear in the terms.
bool is_cut_short(const WordMatch& match);

/// The terms of a phrase's word: its spellings, no inflections.
WordMatch match_exactly(BlockStore& store, const std::string& folded);

}  // namespace catchword
