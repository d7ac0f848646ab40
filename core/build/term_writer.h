// TermWriter: the term and position blocks of a bundle, named.
#pragma once

#include <vector>

#include "build/bundle.h"
#include "build/inverter.h"
#include "build/term_layout.h"
#include "index/block_file.h"

namespace catchword {

struct TermFiles {
  std::vector<BundleFile> terms;
  std::vector<BundleFile> positions;
  std::vector<ContentHash> blocks;  ///< as in Root; names a term block and its position block
};

/// Writes all blocks on up to `jobs` threads.
TermFiles write_terms(const InvertedIndex& index, const std::vector<TermBlockPlan>& plans,
                      std::uint32_t documents, unsigned jobs);

}  // namespace catchword
