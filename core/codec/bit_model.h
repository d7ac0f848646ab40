// BitModel: an adaptive estimate of the probability that the next bit is 1.
#pragma once

#include <array>
#include <cstdint>

namespace catchword {

namespace detail {

inline constexpr int kSettled = 60;  // bits after which a model learns no slower

constexpr std::array<std::uint16_t, kSettled + 1> make_rates() {
  std::array<std::uint16_t, kSettled + 1> rates{};
  for (int n = 0; n <= kSettled; ++n) rates[n] = static_cast<std::uint16_t>(65536 * 2 / (2 * n + 3));
  return rates;
}

}  // namespace detail

/// Learns fast at first and settles: after n bits a new one moves the estimate by 1 / (n + 1.5),
/// never by less than 1 / (kSettled + 1.5). Blocks are small, so what counts is how soon a model
/// knows something.
class BitModel {
 public:
  /// Probability of a 1 in 1/65536, between 32 and 65504.
  [[nodiscard]] std::uint32_t probability() const { return kHalf + lean_; }
  [[nodiscard]] bool seen() const { return count_ != 0; }

  /// How many bits it has learnt, at most kSettled.
  [[nodiscard]] std::uint32_t count() const { return count_; }

  /// A model that has seen `count` bits and estimates so, in 1/65536. REQUIRES: both are in range.
  static BitModel known(std::uint32_t probability, std::uint32_t count) {
    BitModel model;
    model.lean_ = static_cast<std::int16_t>(static_cast<std::int32_t>(probability) - kHalf);
    model.count_ = static_cast<std::uint16_t>(count);
    return model;
  }

  void update(std::uint32_t bit) {
    const std::int32_t target = bit != 0 ? 65504 - kHalf : 32 - kHalf;
    lean_ = static_cast<std::int16_t>(
        lean_ + std::int64_t{target - lean_} * kRates[count_] / 65536);
    if (count_ < kSettled) ++count_;
  }

 private:
  static constexpr int kSettled = detail::kSettled;
  static constexpr std::int32_t kHalf = 32768;
  static constexpr auto kRates = detail::make_rates();

  // All zeros at first, so that a table of models costs no code to begin.
  std::int16_t lean_ = 0;  // probability less one half
  std::uint16_t count_ = 0;
};

}  // namespace catchword
