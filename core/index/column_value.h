// How the values of a metadata key are compared: texts without case and accents, numbers by size,
// dates by time.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace catchword {

enum class ColumnType : std::uint8_t {
  kText,
  kNumber,  ///< decimal, "-1250.5", of any size
  kDate,    ///< ISO 8601, as far as it is known: "2002", "2002-10", "2002-10-11"
  kList,    ///< texts, of which a document may have several
};
inline constexpr int kColumnTypes = 4;

/// Whether values of this type are a scale, of which readers ask for ranges.
constexpr bool is_ordered(ColumnType type) { return type == ColumnType::kNumber || type == ColumnType::kDate; }

/// "text", "number", "date" or "list".
std::string_view name_of(ColumnType type);

/// Longer values are cut to so many bytes, at the end of a character, before they are stored or
/// looked up.
inline constexpr std::size_t kLongestValue = 256;

/// `value` as it is stored: cut to kLongestValue, and without zero bytes.
std::string column_value(std::string_view value);

/// Bytes that compare as the values do. Of a key whose values are numbers those that are none come
/// last.
std::string order_key(ColumnType type, std::string_view value);

/// Whether what begins with a value counts as equal to it where ranges end: all of 2002-10 in "2002", and
/// "centre" in "c".
bool covers_longer(ColumnType type);

}  // namespace catchword
