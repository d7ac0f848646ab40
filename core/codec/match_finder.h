// MatchFinder: where in a text its bytes stand already. For encoders alone.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "codec/lz_model.h"

namespace catchword {

/// Hash chains over three bytes. Positions are entered in their order.
class MatchFinder {
 public:
  MatchFinder() : heads_(std::size_t{1} << kHashBits, kNone) {}

  /// Enters the positions of `text` below `end` that are not yet known. Each call's text continues the
  /// one before it.
  void enter(std::string_view text, std::size_t end);

  /// A match and about how many bits it saves.
  struct Found {
    LzMatch match;
    std::int32_t gain = 0;
  };

  /// The match at `at` that saves most; none when nothing is saved. Enters what stands before.
  Found find(std::string_view text, std::size_t at, std::uint32_t last_distance);

 private:
  static constexpr int kHashBits = 12;
  static constexpr int kMostTries = 24;
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;

  static std::uint32_t hash_of(const char* bytes);

  std::vector<std::uint32_t> heads_;
  std::vector<std::uint32_t> before_;  // for each position the one before with its hash
};

}  // namespace catchword
