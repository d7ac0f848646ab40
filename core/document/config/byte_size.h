// Amounts of memory as people write them: "512M", "2 GB".
#pragma once

#include <cstdint>
#include <string_view>

#include "base/result.h"

namespace catchword {

/// No build is given less, in bytes.
inline constexpr std::uint64_t kLeastMemory = std::uint64_t{1} << 20;

/// A whole number and a unit: k, M or G, in powers of 1,024, with or without a B behind; without a unit it
/// is bytes. Error: kUsage for anything else, and for less than kLeastMemory.
Result<std::uint64_t> parse_memory(std::string_view text);

}  // namespace catchword
