// The directory of columns: which metadata keys readers may narrow, count and order results by, and
// where their values are.
//
// Three levels, since few searches ask for any of it: the root names the directory; the directory has a
// line for each key; a key's index names its blocks. What is small stands where it would be named.
// Filters need none of it (index/filter_keys.h).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "base/result.h"
#include "index/column_block.h"
#include "index/column_value.h"

namespace catchword {

/// A payload of up to so many bytes is no file.
inline constexpr std::size_t kMostInlined = 256;
/// Of names, which whoever asks for a key's index mostly asks for next.
inline constexpr std::size_t kMostInlinedNames = 512;

/// No key has more different values.
inline constexpr std::uint32_t kMostValues = 1u << 24;

struct ColumnKey {
  std::string name;
  ColumnType type = ColumnType::kText;
  bool filter = false;          ///< has names, so that readers may narrow and count by it
  bool sort = false;            ///< readers may order by it
  std::uint32_t documents = 0;  ///< that have a value
  std::uint32_t values = 0;     ///< different ones, at least 1
  std::string least;            ///< of numbers and dates: the first and the last value; else empty
  std::string greatest;
  ColumnBlock index;            ///< a ColumnIndex
};

/// A run of a key's values, or of documents.
struct ColumnRun {
  std::uint32_t begin = 0;
  std::uint32_t size = 0;  ///< at least 1
  ColumnBlock block;
};

/// A run of names, with what tells it from the one before: the order keys (index/column_value.h) of
/// those names are before `separator`, of its own not.
struct NameRun : ColumnRun {
  std::string separator;
};

/// The blocks of a key. Runs follow one another without a gap, from 0.
struct ColumnIndex {
  std::vector<NameRun> names;     ///< value_names.h; all values of a key with filter, else none
  std::vector<ColumnRun> chunks;  ///< column_chunk.h, all documents
};

/// REQUIRES: names ascend.
Bytes encode_column_directory(const std::vector<ColumnKey>& keys);

/// Parses an unsealed payload; checks every number's range. `name` is for the error.
Result<std::vector<ColumnKey>> parse_column_directory(std::string_view name, ByteView payload);

Bytes encode_column_index(const ColumnIndex& index);

/// Parses the index of `key`, in a bundle of so many documents; checks that its runs are whole.
Result<ColumnIndex> parse_column_index(std::string_view name, ByteView payload, const ColumnKey& key,
                                       std::uint32_t documents);

}  // namespace catchword
