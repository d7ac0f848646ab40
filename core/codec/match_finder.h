// MatchFinder: where in a text its bytes stand already. For encoders alone.
#pragma once

#include <bit>
#include <cstdint>
#include <string_view>
#include <vector>

#include "codec/lz_model.h"

namespace catchword {

/// About how many bits a match saves, where bytes take some three bits each. Quick.
class FixedGain {
 public:
  static constexpr std::int32_t kBit = 1;  ///< of its values

  /// Of a match at `at`; `repeats`: as far back as the one before.
  [[nodiscard]] std::int32_t of(std::size_t /*at*/, const LzMatch& match, bool repeats) const {
    const auto distance = repeats ? 0 : static_cast<std::int32_t>(std::bit_width(match.distance));
    return kByteGain * static_cast<std::int32_t>(match.length) - distance - kFixedBits;
  }

  /// Of the shortest match so far back that saves more than `gain`, which is 0 at least.
  [[nodiscard]] static std::uint32_t least_length(std::uint32_t distance, std::int32_t gain) {
    const auto bits = static_cast<std::int32_t>(std::bit_width(distance));
    return std::max(kShortestMatch, static_cast<std::uint32_t>((gain + bits + kFixedBits) / kByteGain) + 1);
  }

 private:
  static constexpr std::int32_t kByteGain = 3;  // bits that a byte takes, less its part of a match's
  static constexpr std::int32_t kFixedBits = 3;
};

/// How many a match saves by what a model knows by now. Where bytes are cheap, as in numbers and in words of few
/// syllables, a fifth less is coded; in prose under a hundredth, in twice the time. Borrows both.
class PricedGain {
 public:
  static constexpr std::int32_t kBit = kBitPrice;

  PricedGain(const LzModel& model, std::string_view text) : model_(model), text_(text) {}

  [[nodiscard]] std::int32_t of(std::size_t at, const LzMatch& match, bool repeats);

  /// Any that can be coded may.
  [[nodiscard]] static std::uint32_t least_length(std::uint32_t /*distance*/, std::int32_t /*gain*/) {
    return kShortestMatch;
  }

 private:
  Price bytes(std::size_t begin, std::size_t end);

  const LzModel& model_;
  std::string_view text_;
  std::size_t first_ = 0;        // byte that is priced
  std::vector<Price> prices_;    // of the bytes from it to each that follows
};

/// Hash chains over three bytes. Positions are entered in their order.
class MatchFinder {
 public:
  MatchFinder() : heads_(std::size_t{1} << kHashBits, kNone) {}

  /// Enters the positions of `text` below `end` that are not yet known. Each call's text continues the
  /// one before it.
  void enter(std::string_view text, std::size_t end);

  /// A match and what it saves; without a length there is none.
  struct Found {
    LzMatch match;
    std::int32_t gain = 0;
  };

  /// The match at `at` that saves most, as `gain` says; none when none saves more than `floor`, which is 0 at least.
  /// Enters what stands before.
  template <class Gain>
  Found find(std::string_view text, std::size_t at, std::uint32_t last_distance, Gain& gain, std::int32_t floor);

 private:
  static constexpr int kHashBits = 14;
  static constexpr int kMostTries = 24;
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;

  static std::uint32_t hash_of(const char* bytes);

  std::vector<std::uint32_t> heads_;
  std::vector<std::uint32_t> before_;  // for each position the one before with its hash
};

}  // namespace catchword
