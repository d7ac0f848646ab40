// Logarithms in whole numbers, so that every machine computes the same scores to the last bit.
#pragma once

#include <bit>
#include <cstdint>

namespace catchword {

/// floor(2^12 * log2(numerator / denominator)), to within one unit; by repeated squaring.
/// REQUIRES: numerator >= denominator > 0, both below 2^32.
constexpr std::uint32_t log2_ratio_q12(std::uint64_t numerator, std::uint64_t denominator) {
  const std::uint64_t ratio = (numerator << 31) / denominator;  // 1.0 is 2^31
  const int whole = static_cast<int>(std::bit_width(ratio)) - 32;
  std::uint64_t mantissa = whole > 0 ? ratio >> whole : ratio;  // in [2^31, 2^32)
  std::uint32_t result = static_cast<std::uint32_t>(whole);
  for (int bit = 0; bit < 12; ++bit) {
    mantissa = mantissa * mantissa >> 31;
    const std::uint32_t carry = static_cast<std::uint32_t>(mantissa >> 32);
    mantissa >>= carry;
    result = result << 1 | carry;
  }
  return result;
}

}  // namespace catchword
