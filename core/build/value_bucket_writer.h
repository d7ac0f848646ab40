// ValueBucketWriter: the documents of each value of the keys of texts, in buckets.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "build/bundle.h"
#include "build/column_values.h"

namespace catchword {

struct ValueBucketFiles {
  std::string in_root;            ///< as in Root
  std::vector<BundleFile> files;
};

/// The documents of each of a column's values.
std::vector<std::vector<DocId>> documents_by_value(const ColumnValues& column);

/// Writes the buckets of those of `columns` that readers narrow by and that are texts, in at most `most_files`, at
/// least 1. Takes memory for every list.
ValueBucketFiles write_value_buckets(std::span<const ColumnValues> columns, std::uint32_t documents,
                                     std::size_t most_files);

}  // namespace catchword
