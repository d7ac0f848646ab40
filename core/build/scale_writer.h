// ScaleWriter: the scale of a key of numbers or dates, its bands and spans (index/scale.h).
#pragma once

#include <cstdint>
#include <vector>

#include "build/bundle.h"
#include "build/column_values.h"
#include "index/column_block.h"

namespace catchword {

struct ScaleFiles {
  ColumnBlock scale;
  std::vector<BundleFile> files;
};

/// Writes the scale of `column`, in at most about `most_files`. Takes memory for every list.
ScaleFiles write_scale(const ColumnValues& column, std::uint32_t documents, std::size_t most_files);

}  // namespace catchword
