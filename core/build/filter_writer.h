// FilterWriter: the keys that readers may narrow by, and the lists of their values: value buckets of texts and periods,
// scales of numbers and dates.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "build/bundle.h"
#include "build/column_values.h"

namespace catchword {

struct FilterFiles {
  std::string in_root;  ///< as in Root
  std::vector<BundleFile> files;
};

/// Writes those of `columns` (by name) that readers may narrow by, on up to `jobs` threads, in at most about `most_files`.
FilterFiles write_filters(std::span<const ColumnValues> columns, std::uint32_t documents, std::size_t most_files,
                          unsigned jobs);

}  // namespace catchword
