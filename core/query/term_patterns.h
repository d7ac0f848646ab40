// Terms that fit a pattern, or are nearly a word.
#pragma once

#include <cstdint>
#include <string_view>

#include "search/matcher.h"

namespace catchword {

/// Blocks of terms that one pattern may look through; what lies behind them is left out.
inline constexpr std::size_t kMostPatternBlocks = 32;

/// Whether `text` fits `pattern`, in which * stands for any characters and ? for one.
/// At worst the product of the two sizes.
bool fits(std::string_view pattern, std::string_view text);

/// Whether `most` mistakes, or fewer, make `b` of `a`: a character too many, too few, another one, or
/// two in each other's place (optimal string alignment). Linear in the product of the sizes.
bool is_near(std::string_view a, std::string_view b, std::uint32_t most);

/// The terms whose folded form fits `pattern`. `whole` becomes false when some were left out.
WordMatch match_pattern(BlockStore& store, std::string_view pattern, bool& whole);

/// The terms at most `most` mistakes away from `folded` that begin with the same character.
WordMatch match_fuzzy(BlockStore& store, const std::string& folded, std::uint32_t most, bool& whole);

}  // namespace catchword
