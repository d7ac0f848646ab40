// What the writers of value buckets and of scales share.
#pragma once

#include <span>
#include <vector>

#include "base/bytes.h"
#include "build/bundle.h"
#include "build/column_values.h"
#include "index/block_file.h"

namespace catchword {

/// The documents of each of a column's values.
std::vector<std::vector<DocId>> documents_by_value(const ColumnValues& column);

/// The documents that are in one of the lists, ascending.
std::vector<DocId> merged(std::span<const std::vector<DocId>> lists);

/// About how many bits a list of so many documents takes (index/value_lists.h), in a bundle of so many.
std::size_t list_bits(std::size_t listed, std::size_t documents);

/// The payloads as files, numbered (value_file_name).
std::vector<BundleFile> value_files(const ContentHash& hash, const std::vector<Bytes>& payloads);

}  // namespace catchword
