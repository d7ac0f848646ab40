// TermWriter: the term and position blocks of a bundle, named.
#pragma once

#include <vector>

#include "build/bundle.h"
#include "build/inverter.h"
#include "build/term_layout.h"
#include "index/block_file.h"
#include "index/position_directory.h"

namespace catchword {

struct TermFiles {
  std::vector<BundleFile> terms;
  std::vector<BundleFile> positions;     ///< those of equal content once; their directory at the end
  std::vector<ContentHash> blocks;       ///< as in Root
  PositionDirectory position_directory;
  ContentHash directory_hash{};          ///< as in Root
};

/// Writes all blocks on up to `jobs` threads.
TermFiles write_terms(const InvertedIndex& index, const std::vector<TermBlockPlan>& plans,
                      std::uint32_t documents, unsigned jobs);

}  // namespace catchword
