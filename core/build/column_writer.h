// ColumnWriter: the columns of a bundle, their directory, and the files that hold them.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "build/bundle.h"
#include "base/result.h"
#include "document/documents.h"
#include "index/block_file.h"

namespace catchword {

struct ColumnFiles {
  ContentHash directory{};        ///< as in Root
  std::string filter_keys;        ///< likewise
  std::vector<BundleFile> files;  ///< the directory first
};

/// Writes what collect_columns finds, on up to `jobs` threads, in at most about `most_files`: larger ones, where
/// there would be more, up to the limits of FORMAT.md for what a block holds. `ids`: as hash_ids makes them. Error: kOutput.
Result<ColumnFiles> write_columns(const Documents& documents, std::span<const std::uint64_t> ids, std::size_t most_files,
                                  unsigned jobs);

}  // namespace catchword
