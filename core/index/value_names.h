// Value names: the different values of a metadata key as text, each with its number of documents.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "base/result.h"

namespace catchword {

struct ValueName {
  std::string value;            ///< not empty, at most kLongestValue bytes, without a zero byte
  std::uint32_t documents = 0;  ///< that have it, at least 1
};

/// No block has more names. Values that compare as equal stand together: of a number there are some 65,000 ways to write
/// it with zeros that say nothing.
inline constexpr std::uint32_t kMostBlockNames = 1u << 17;

/// The payload. REQUIRES: at most kMostBlockNames.
Bytes encode_value_names(std::span<const ValueName> names);

/// Decodes `count` names. `name` is for the error.
Result<std::vector<ValueName>> decode_value_names(std::string_view name, ByteView payload,
                                                  std::uint32_t count);

}  // namespace catchword
