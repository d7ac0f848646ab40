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

/// Words of the vocabulary that one word~ or *word may stand for.
inline constexpr std::size_t kMostVocabularyWords = 16;

/// The terms whose folded form fits `pattern`. Where it begins with *, what is typed beside the signs, and, as
/// kInflection, the likeliest words of the vocabulary that fit. `whole` becomes false when some were left out. Cost: the
/// blocks of terms that begin so, at most kMostPatternBlocks; with * at the beginning the blocks of the vocabulary that
/// end so, or all of them, and a block of terms for each word.
WordMatch match_pattern(const Sources& sources, std::string_view pattern, bool& whole);

/// The terms at most `most` mistakes (1 or 2) away from `folded`: the nearest words of the vocabulary, and
/// rarer words that stand in the dictionary's block of `folded`. Under a metadata key, whose words the
/// vocabulary doesn't have, those that begin with the same character. `whole` becomes false when some
/// were left out. Cost: words_within, and a block of terms for each word.
WordMatch match_fuzzy(const Sources& sources, const std::string& folded, std::uint32_t most, bool& whole);

}  // namespace catchword
