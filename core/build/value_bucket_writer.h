// ValueBucketWriter: the documents of values and of periods, in buckets (index/value_buckets.h).
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "base/bytes.h"
#include "build/bundle.h"
#include "build/column_values.h"
#include "index/block_file.h"
#include "index/value_buckets.h"

namespace catchword {

/// What a bucket takes where lists are short, about: smaller ones would save less than a request takes.
inline constexpr std::size_t kBucketBytes = 64;

/// A value for the buckets. Borrows its text.
struct ListedValue {
  BucketValue value;
  std::uint32_t hash = 0;  ///< value_hash
  std::vector<DocId> documents;
};

/// The values of a key of texts, the `key`-th that readers narrow by.
std::vector<ListedValue> list_values(const ColumnValues& column, std::uint32_t key);

/// As ValueBuckets (index/value_buckets.h), but it owns the displacements.
struct ValueBucketFiles {
  ContentHash hash{};
  Bytes displacements;
  std::vector<BundleFile> files;  ///< as many as there are buckets
};

/// Writes the buckets of `values`, at most `most_files`, at least 1; none without values.
ValueBucketFiles write_value_buckets(std::span<const ListedValue> values, std::uint32_t documents, std::size_t most_files);

}  // namespace catchword
