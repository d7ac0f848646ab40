// The columns of a bundle read to the last block, for those who count or check them.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "base/result.h"
#include "index/column_chunk.h"
#include "index/column_directory.h"
#include "index/root.h"
#include "index/value_names.h"

namespace catchword {

struct WholeColumn {
  ColumnKey key;
  std::vector<ValueName> names;  ///< of a key with filter
  ColumnChunk documents;         ///< all of the bundle
  std::size_t chunk_bytes = 0;   ///< that `documents` takes in the bundle
};

struct ColumnSource {
  /// The payload of a file; an error is told to `fault` by whoever asked.
  std::function<Result<Bytes>(const std::string& name)> payload_of;
  /// Told of each file that can't be read, makes no sense, or contradicts another, by its name.
  std::function<void(const std::string& name, const Error& error)> fault;
};

/// Reads all columns, and goes on behind a fault; a column with one is left out of what is returned.
/// Names and documents of each are compared with one another.
std::vector<WholeColumn> read_columns(const Root& root, const ColumnSource& source);

/// The column of this key; null where there is none.
const WholeColumn* column_of(const std::vector<WholeColumn>& columns, std::string_view key);

}  // namespace catchword
