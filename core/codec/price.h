// Prices: how many bits a coder would take by what its models know now. For encoders alone.
#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>

#include "codec/bit_model.h"

namespace catchword {

/// In sixteenths of a bit.
using Price = std::int32_t;
inline constexpr Price kBitPrice = 16;

/// Of coding `bit` by `model`; right to about a tenth of a bit.
inline Price price_of(const BitModel& model, std::uint32_t bit) {
  constexpr std::size_t kSteps = 512;
  static const std::array<std::uint8_t, kSteps> kPrices = [] {
    std::array<std::uint8_t, kSteps> prices{};
    for (std::size_t i = 0; i < kSteps; ++i) {
      const double probability = (static_cast<double>(i) + 0.5) / kSteps;
      prices[i] = static_cast<std::uint8_t>(std::lround(-std::log2(probability) * kBitPrice));
    }
    return prices;
  }();
  const std::size_t one = model.probability() * kSteps >> 16;
  return kPrices[bit != 0 ? one : kSteps - 1 - one];
}

}  // namespace catchword
