// Whether the scales of a bundle are what its columns say.
#pragma once

#include <cstdint>
#include <vector>

#include "cli/whole_columns.h"
#include "index/filter_keys.h"

namespace catchword {

/// Reads all bands and spans, goes on behind a fault, and tells `source.fault` of each. `columns`: all of the bundle;
/// none where that isn't known, and the files are decoded only.
void check_scales(const FilterKeys& keys, std::uint32_t documents, const ColumnSource& source,
                  const std::vector<WholeColumn>* columns);

}  // namespace catchword
