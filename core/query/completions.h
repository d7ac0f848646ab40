// The words that begin with what was typed, for a list to choose from.
#pragma once

#include <string_view>
#include <vector>

#include "spelling/spelling_lists.h"

namespace catchword {

/// Puts `word` among `best`, the likeliest first, of which there are `limit` at most.
void keep_likeliest(const SpelledWord& word, std::size_t limit, std::vector<SpelledWord>& best);

/// At most `limit` words that begin with `folded`, or chains where that is one: those of titles first, then by the
/// number of documents, which is exact. Where they fill more than kMostPrefixBlocks blocks, only the common ones
/// are looked at. Empty while blocks are missing. Cost: one or two blocks.
std::vector<SpelledWord> completions_of(SpellingLists& lists, std::string_view folded,
                                        std::size_t limit);

}  // namespace catchword
