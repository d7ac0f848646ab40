// ValueBucketWriter: the documents of each value of the keys of texts, in buckets (index/value_buckets.h).
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "base/bytes.h"
#include "build/bundle.h"
#include "build/column_values.h"
#include "index/block_file.h"

namespace catchword {

/// As ValueBuckets (index/value_buckets.h), but it owns the displacements.
struct ValueBucketFiles {
  ContentHash hash{};
  Bytes displacements;
  std::vector<BundleFile> files;  ///< as many as there are buckets
};

/// Writes the buckets of those of `columns` that are texts, in at most `most_files`, at least 1; none without such. A
/// value's key is told by the place of its column. Takes memory for every list.
ValueBucketFiles write_value_buckets(std::span<const ColumnValues* const> columns, std::uint32_t documents,
                                     std::size_t most_files);

}  // namespace catchword
