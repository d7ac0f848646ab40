// SpellingWriter: the spelling blocks of a bundle and their directory, named.
#pragma once

#include <optional>
#include <vector>

#include "build/bundle.h"
#include "index/block_file.h"
#include "index/spelling_block.h"

namespace catchword {

struct SpellingFiles {
  std::vector<BundleFile> files;         ///< the directory first; none without words
  std::optional<ContentHash> directory;  ///< as in Root
};

/// Writes all orders of `vocabulary` (sorted by folded form) in blocks of about `block_bytes`, if that is 0 of what
/// costs a correction least, on up to `jobs` threads; of larger ones where there would be more than `most_files`.
/// Blocks are cut by content, so that a new word changes few of them.
SpellingFiles write_spelling(const std::vector<SpelledWord>& vocabulary, std::size_t block_bytes,
                             std::size_t most_files, unsigned jobs);

}  // namespace catchword
