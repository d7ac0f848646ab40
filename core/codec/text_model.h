// TextModel: short strings, a byte at a time, predicted by the two bytes before.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "codec/range_coder.h"

namespace catchword {

/// Each bit of a byte is coded by the longest context that has been seen: two bytes, one byte, none;
/// all three learn from it. Contexts of two bytes share a hashed table. A string ends with a zero
/// byte, which therefore can't stand in one.
class TextModel {
 public:
  TextModel() : order0_(kBytes), order1_(kBytes * kBytes), order2_(kHashed) {}

  /// Codes one byte in the context of `before` (the byte before it in the low eight bits, the one
  /// before that above).
  template <Coder C>
  std::uint8_t code(C& coder, std::uint32_t before, std::uint8_t byte) {
    const std::uint32_t last = before & 0xFF;
    const std::uint32_t pair = before & 0xFFFF;
    std::uint32_t node = 1;
    for (int bit = 8; bit-- > 0;) {
      BitModel& two = order2_[(pair * 0x9E3779B1u + node * 0x85EBCA6Bu) >> (32 - kHashBits)];
      BitModel& one = order1_[last << 8 | node];
      BitModel& none = order0_[node];
      const std::uint32_t value = static_cast<std::uint32_t>(byte) >> bit & 1;
      const std::uint32_t coded = code_bit(coder, two, one, none, value);
      node = node << 1 | coded;
    }
    return static_cast<std::uint8_t>(node);
  }

 private:
  static constexpr std::uint32_t kBytes = 256;
  static constexpr int kHashBits = 14;
  static constexpr std::uint32_t kHashed = 1u << kHashBits;

  template <Coder C>
  static std::uint32_t code_bit(C& coder, BitModel& two, BitModel& one, BitModel& none,
                                std::uint32_t value) {
    if (two.seen()) {
      value = coder.bit(two, value);
      one.update(value);
      none.update(value);
    } else if (one.seen()) {
      value = coder.bit(one, value);
      two.update(value);
      none.update(value);
    } else {
      value = coder.bit(none, value);
      two.update(value);
      one.update(value);
    }
    return value;
  }

  std::vector<BitModel> order0_;
  std::vector<BitModel> order1_;
  std::vector<BitModel> order2_;
};

}  // namespace catchword
