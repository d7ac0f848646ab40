// Terms that fit a pattern, or are nearly a word.
#pragma once

#include <cstdint>
#include <string_view>

#include "query/sources.h"
#include "search/matcher.h"

namespace catchword {

/// Blocks of terms that one pattern may look through; what lies behind them is left out.
inline constexpr std::size_t kMostPatternBlocks = 32;

/// Whether `text` fits `pattern`, in which * stands for any characters and ? for one.
/// At worst the product of the two sizes.
bool fits(std::string_view pattern, std::string_view text);

/// The terms whose folded form fits `pattern`. `whole` becomes false when some were left out.
WordMatch match_pattern(BlockStore& store, std::string_view pattern, bool& whole);

/// Words of the vocabulary that one word~ may stand for.
inline constexpr std::size_t kMostNeighbours = 16;

/// The terms at most `most` mistakes (1 or 2) away from `folded`: the nearest words of the vocabulary, and
/// rarer words that stand in the dictionary's block of `folded`. Under a metadata key, whose words the
/// vocabulary doesn't have, those that begin with the same character. `whole` becomes false when some
/// were left out. Cost: words_within, and a block of terms for each word.
WordMatch match_fuzzy(const Sources& sources, const std::string& folded, std::uint32_t most, bool& whole);

}  // namespace catchword
