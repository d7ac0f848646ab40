// LzModel: the code of a text as bytes and as repetitions of what stands before (Ziv and Lempel, "A
// Universal Algorithm for Sequential Data Compression", 1977), each item coded by adaptive models in the
// manner of LZMA. Written once for both directions, see codec/range_coder.h.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "codec/number_model.h"

namespace catchword {

/// `length` bytes that stand `distance` bytes before, too; they may reach beyond where they are put.
struct LzMatch {
  std::uint32_t length = 0;
  std::uint32_t distance = 0;
};

/// No shorter repetition is coded, unless it is as far back as the one before it.
inline constexpr std::uint32_t kShortestMatch = 3;
inline constexpr std::uint32_t kShortestRepeat = 2;

/// What is learnt of a text from its beginning. Some kilobytes, and one for each different byte of the text.
class LzModel {
 public:
  LzModel() = default;

  /// Goes on where `base` stands, so that many texts can be coded as continuations of one. Borrows `base`, and copies of
  /// it what is needed. REQUIRES: `base` itself borrows nothing.
  explicit LzModel(const LzModel* base)
      : is_match_(base->is_match_), repeats_(base->repeats_), lengths_(base->lengths_), distances_(base->distances_),
        recent_(base->recent_), last_distance_(base->last_distance_), base_(base) {}

  /// Whether a match follows (1), or a byte (0).
  template <Coder C>
  std::uint32_t is_match(C& coder, std::uint32_t value) {
    const std::uint32_t coded = coder.bit(is_match_[recent_], value);
    recent_ = (recent_ << 1 | coded) & 3;
    return coded;
  }

  /// A byte that stands behind `text`. Each bit is coded by the byte before it where that has been seen to
  /// say something, else without. What is told by the byte before need not be known without it (update exclusion,
  /// Moffat, "Implementing the PPM data compression scheme", 1990).
  template <Coder C>
  std::uint8_t byte(C& coder, std::string_view text, std::uint8_t value) {
    const std::size_t last = text.empty() ? 0 : static_cast<std::uint8_t>(text.back());
    const std::size_t behind_any = own(kBehindAny);
    BitModel* const known = contexts_[own(last)].data();
    BitModel* const any = contexts_[behind_any].data();
    std::uint32_t node = 1;
    for (int bit = 8; bit-- > 0;) {
      BitModel& one = known[node];
      BitModel& none = any[node];
      const bool is_new = !one.seen();
      const std::uint32_t coded = coder.bit(is_new ? none : one, value >> bit & 1u);
      if (is_new) one.update(coded);
      node = node << 1 | coded;
    }
    return static_cast<std::uint8_t>(node);
  }

  /// REQUIRES: a length of at least kShortestMatch, or kShortestRepeat at the distance of the match before.
  template <Coder C>
  LzMatch match(C& coder, LzMatch value) {
    const std::uint32_t repeats =
        coder.bit(repeats_[recent_], value.distance == last_distance_ ? 1 : 0);
    const std::uint32_t least = repeats != 0 ? kShortestRepeat : kShortestMatch;
    const std::uint32_t length = lengths_[repeats].code(coder, value.length - least);
    if (repeats == 0) {
      last_distance_ =
          distances_[std::min(length, 3u)].code(coder, value.distance - 1) + 1;
    }
    return {length + least, last_distance_};
  }

  [[nodiscard]] std::uint32_t last_distance() const { return last_distance_; }

  /// Of a byte behind `last` that follows a byte, its flag included.
  [[nodiscard]] Price byte_price(std::uint8_t last, std::uint8_t value) const {
    const BitModel* const known = context(last);
    const BitModel* const any = context(kBehindAny);
    Price sum = price_of(is_match_[recent_ << 1 & 3], 0);
    std::uint32_t node = 1;
    for (int bit = 8; bit-- > 0;) {
      const std::uint32_t one = value >> bit & 1u;
      sum += price_of(known[node].seen() ? known[node] : any[node], one);
      node = node << 1 | one;
    }
    return sum;
  }

  /// Of a match, as `match` would code it now, its flag included.
  [[nodiscard]] Price match_price(const LzMatch& match) const {
    const bool repeats = match.distance == last_distance_;
    const std::uint32_t length = match.length - (repeats ? kShortestRepeat : kShortestMatch);
    Price sum = price_of(is_match_[recent_], 1) + price_of(repeats_[(recent_ << 1 | 1) & 3], repeats ? 1 : 0) +
                lengths_[repeats ? 1 : 0].price(length);
    if (!repeats) sum += distances_[std::min(length, 3u)].price(match.distance - 1);
    return sum;
  }

 private:
  static constexpr std::size_t kBehindAny = 256;  // the context of every byte
  using Context = std::array<BitModel, 256>;      // of a byte's bits, by those before

  // Where the context of bytes behind `last` is in contexts_.
  std::size_t own(std::size_t last) {
    if (places_[last] == 0) {
      contexts_.push_back(base_ != nullptr && base_->places_[last] != 0 ? base_->contexts_[base_->places_[last] - 1]
                                                                        : Context());
      places_[last] = static_cast<std::uint16_t>(contexts_.size());
    }
    return places_[last] - std::size_t{1};
  }

  [[nodiscard]] const BitModel* context(std::size_t last) const {
    static constexpr Context kFresh{};
    if (places_[last] != 0) return contexts_[places_[last] - std::size_t{1}].data();
    return base_ != nullptr ? base_->context(last) : kFresh.data();
  }

  std::array<BitModel, 4> is_match_{};
  std::array<BitModel, 4> repeats_{};
  std::array<NumberModel, 2> lengths_{};
  std::array<NumberModel, 4> distances_{};  // by the length
  std::uint32_t recent_ = 0;         // of the last two items which were matches
  std::uint32_t last_distance_ = 0;  // 0: there was none
  const LzModel* base_ = nullptr;
  std::vector<Context> contexts_;                       // those that are needed
  std::array<std::uint16_t, kBehindAny + 1> places_{};  // of each in contexts_, from 1 on; 0: it is as in base_
};

}  // namespace catchword
