// FilterKeys: the metadata keys that readers may narrow by, and where the documents of their values are. Stands in the
// root, so that a filter loads nothing but lists.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "index/column_block.h"
#include "index/column_value.h"
#include "index/value_buckets.h"

namespace catchword {

/// A key. Borrows its name.
struct FilterKey {
  std::string_view name;
  ColumnType type = ColumnType::kText;
  ColumnBlock scale;         ///< of numbers and dates (index/scale.h); of texts nothing, their values are in the buckets
  std::uint8_t periods = 0;  ///< of dates: bit n where periods of level n (index/period.h) are in the buckets as well
};

struct FilterKeys {
  std::vector<FilterKey> keys;  ///< ascending by name
  ValueBuckets buckets;
};

/// What the root has of `keys`; nothing where there are none.
std::string encode_filter_keys(const FilterKeys& keys);

/// Parses what a root has into `keys`, which looks into `bytes`. `name` is for the error, after which there are none.
Status parse_filter_keys(std::string_view name, std::string_view bytes, FilterKeys& keys);

}  // namespace catchword
