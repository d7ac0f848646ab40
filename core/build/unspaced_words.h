// Words of scripts that set none apart, which the index has as pairs of characters: foreign words in Katakana, which other
// scripts set apart in Japanese, and Thai, Lao, Khmer and Burmese, which dictionaries take apart.
#pragma once

#include <vector>

#include "document/documents.h"
#include "index/spelling_block.h"

namespace catchword {

/// The words of two (in Katakana three) to twenty characters that stand in two of `documents` or in a title, by their
/// folded forms, on up to `jobs` threads. Time: a search for three bytes through all texts; where there is Katakana, 100 MB/s, and where
/// ICU looks for words, 5 MB/s.
Result<std::vector<SpelledWord>> unspaced_words(const Documents& documents, unsigned jobs);

}  // namespace catchword
