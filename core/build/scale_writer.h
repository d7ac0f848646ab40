// ScaleWriter: the scale of a key of numbers or dates, its bands and spans (index/scale.h).
#pragma once

#include <cstdint>
#include <vector>

#include "build/bundle.h"
#include "build/column_values.h"
#include "index/column_block.h"
#include "index/scale.h"

namespace catchword {

struct ScaleFiles {
  Scale scale;
  ColumnBlock block;              ///< the scale's
  std::vector<BundleFile> files;  ///< bands, spans and, if it is a file, the block
};

/// Writes the scale of `column`, in at most about `most_files`; as a file where it takes more than `most_in_root` bytes.
/// Takes memory for every list.
ScaleFiles write_scale(const ColumnValues& column, std::uint32_t documents, std::size_t most_files,
                       std::size_t most_in_root);

}  // namespace catchword
