// Impacts: a word's weighted, length-normalised frequency in a document, on a scale of 64 steps.
//
// An impact is the frequency x of BM25F before saturation (Robertson and Zaragoza, "The Probabilistic
// Relevance Framework", 2009, section 3.6), so that impacts of several forms of a word can be added
// and then saturated together, and k1 stays free at query time. Four steps to an octave; x = 1, the
// word once in the body of a page of average length, is step 16.
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>

namespace catchword {

inline constexpr int kImpactBits = 6;
inline constexpr std::uint32_t kImpactLevels = 1u << kImpactBits;
inline constexpr std::uint32_t kImpactOne = 16;

/// Weighted frequencies in the arithmetic of queries: 1.0 is 256.
inline constexpr std::uint32_t kFrequencyOne = 256;

/// The frequency that an impact stands for, in 1/256. REQUIRES: impact < kImpactLevels.
constexpr std::uint32_t frequency_of(std::uint32_t impact) {
  constexpr std::array<std::uint32_t, 4> kQuarters{256, 304, 362, 431};  // 256 * 2^(i/4)
  return (kQuarters[impact % 4] << (impact / 4)) >> 4;
}

/// The impact nearest to `frequency` (1.0 for once in an average page) on the logarithmic scale.
inline std::uint8_t impact_of(double frequency) {
  const double level = std::round(4 * std::log2(frequency)) + kImpactOne;
  return static_cast<std::uint8_t>(std::clamp(level, 0.0, kImpactLevels - 1.0));
}

}  // namespace catchword
