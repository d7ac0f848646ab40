// Binary arithmetic coder: turns modelled bits into bytes, and back.
//
// The coder keeps an interval [low, high] of 32-bit numbers and splits it at each bit in proportion
// to the bit's probability; leading bytes that both ends share are final. Carryless, as described in
// Mahoney, "Adaptive Weighing of Context Models for Lossless Data Compression" (2005), section 2.
//
// Encoder and decoder answer to the same two calls, so that one description of a structure
// (a template over the coder) serves both directions and they cannot disagree:
//   bit(model, value)   codes one bit by an adaptive model; a decoder ignores `value`
//   raw(value, width)   codes `width` bits that nothing is known of
// Both return the value that was coded.
#pragma once

#include <algorithm>
#include <concepts>
#include <cstdint>

#include "base/bytes.h"
#include "codec/bit_model.h"

namespace catchword {

template <class C>
concept Coder = requires(C coder, BitModel& model, std::uint32_t value, int width) {
  { coder.bit(model, value) } -> std::same_as<std::uint32_t>;
  { coder.raw(value, width) } -> std::same_as<std::uint32_t>;
};

namespace detail {

/// How far the part of an interval that stands for a 1 reaches, its last number less its first. `width`: likewise of the whole.
inline std::uint32_t part(std::uint32_t width, std::uint32_t probability) {
  return static_cast<std::uint32_t>((std::uint64_t{width} * probability) >> 16);
}

inline constexpr int kMostRaw = 12;               // bits that are coded at once
inline constexpr std::uint32_t kLeastPart = 256;  // of the interval, for each of their values: less loses more than 1/256

inline bool leading_byte_is_final(std::uint32_t low, std::uint32_t high) {
  return ((low ^ high) >> 24) == 0;
}

}  // namespace detail

class RangeEncoder {
 public:
  template <class Model>
  std::uint32_t bit(Model& model, std::uint32_t value) {
    encode(model.probability(), value);
    model.update(value);
    return value;
  }

  std::uint32_t raw(std::uint32_t value, int width) {
    int left = width;
    for (; left > detail::kMostRaw; left -= detail::kMostRaw) {
      encode_raw(value >> (left - detail::kMostRaw) & ((1u << detail::kMostRaw) - 1), detail::kMostRaw);
    }
    if (left > 0) encode_raw(value & ((1u << left) - 1), left);
    return value;
  }

  /// Bytes so far, without those that `finish` adds.
  [[nodiscard]] std::size_t size() const { return size_; }

  /// Ends the stream with as few bytes as tell it from every other; a decoder reads zeros behind.
  [[nodiscard]] Bytes finish() {
    // Of all numbers in [low, high], the one with the most zero bytes at its end.
    const std::uint32_t high = low_ + width_;
    for (int shift = 24; shift > 0; shift -= 8) {
      const std::uint64_t rounded = ((std::uint64_t{low_} >> shift) + 1) << shift;
      if (low_ == 0 || rounded > high) continue;
      low_ = static_cast<std::uint32_t>(rounded);
      break;
    }
    for (; low_ != 0; low_ <<= 8) put(static_cast<std::uint8_t>(low_ >> 24));
    bytes_.resize(size_);
    return std::move(bytes_);
  }

 private:
  // Without a branch, as that would be guessed wrong about as often as the bit. The way from one width to the next is
  // short, which all bits wait for: the probability of the value that comes is there before.
  void encode(std::uint32_t probability, std::uint32_t value) {
    const std::uint32_t is_zero = std::uint32_t{value != 0} - 1;
    const std::uint32_t own = ((probability - 32768) ^ is_zero) - is_zero + 32768;
    const auto width = static_cast<std::uint32_t>((std::uint64_t{width_} * own - (is_zero & 1)) >> 16);
    low_ += (width_ - width) & is_zero;
    width_ = width;
    put_final_bytes();
  }

  // At once, where the interval is wide enough to be cut so often.
  void encode_raw(std::uint32_t value, int bits) {
    const std::uint32_t part = width_ >> bits;
    if (part < detail::kLeastPart) {
      while (bits-- > 0) encode(32768, value >> bits & 1);
      return;
    }
    low_ += part * value;
    width_ = part - 1;
    put_final_bytes();
  }

  void put_final_bytes() {
    while (detail::leading_byte_is_final(low_, low_ + width_)) {
      put(static_cast<std::uint8_t>(low_ >> 24));
      low_ <<= 8;
      width_ = width_ << 8 | 0xFF;
    }
  }

  void put(std::uint8_t byte) {
    if (size_ == bytes_.size()) grow();
    bytes_[size_++] = byte;
  }

  [[gnu::noinline]] void grow() { bytes_.resize(std::max<std::size_t>(2 * size_, kFirstBytes)); }

  static constexpr std::size_t kFirstBytes = 2048;

  Bytes bytes_;  // longer than what is written, so that most bytes cost one comparison
  std::size_t size_ = 0;
  std::uint32_t low_ = 0;
  std::uint32_t width_ = 0xFFFFFFFF;  // high - low
};

/// Reads untrusted bytes: it never leaves them, and `ok()` turns false once it would have by more
/// than the four bytes that a stream's end may leave out.
class RangeDecoder {
 public:
  explicit RangeDecoder(ByteView bytes) : bytes_(bytes) {
    for (int i = 0; i < 4; ++i) shift_in();
  }

  [[nodiscard]] bool ok() const { return at_ <= bytes_.size() + 4; }

  /// Bytes so far, with the four that it looks ahead.
  [[nodiscard]] std::size_t read() const { return at_; }

  template <class Model>
  std::uint32_t bit(Model& model, std::uint32_t /*value*/ = 0) {
    const std::uint32_t value = decode(model.probability());
    model.update(value);
    return value;
  }

  std::uint32_t raw(std::uint32_t /*value*/, int width) {
    std::uint32_t value = 0;
    for (; width > detail::kMostRaw; width -= detail::kMostRaw) {
      value = value << detail::kMostRaw | decode_raw(detail::kMostRaw);
    }
    return width > 0 ? value << width | decode_raw(width) : value;
  }

 private:
  std::uint32_t decode(std::uint32_t probability) {
    const std::uint32_t middle = low_ + detail::part(high_ - low_, probability);
    const std::uint32_t value = code_ <= middle ? 1 : 0;
    if (value != 0) {
      high_ = middle;
    } else {
      low_ = middle + 1;
    }
    shift_in_bytes();
    return value;
  }

  std::uint32_t decode_raw(int width) {
    std::uint32_t value = 0;
    const std::uint32_t part = (high_ - low_) >> width;
    if (part < detail::kLeastPart) {
      while (width-- > 0) value = value << 1 | decode(32768);
      return value;
    }
    value = std::min((code_ - low_) / part, (1u << width) - 1);
    low_ += part * value;
    high_ = low_ + part - 1;
    shift_in_bytes();
    return value;
  }

  void shift_in_bytes() {
    while (detail::leading_byte_is_final(low_, high_)) {
      low_ <<= 8;
      high_ = high_ << 8 | 0xFF;
      shift_in();
    }
  }

  void shift_in() {
    code_ = code_ << 8 | (at_ < bytes_.size() ? bytes_[at_] : 0);
    ++at_;
  }

  ByteView bytes_;
  std::size_t at_ = 0;
  std::uint32_t low_ = 0;
  std::uint32_t high_ = 0xFFFFFFFF;
  std::uint32_t code_ = 0;
};

static_assert(Coder<RangeEncoder> && Coder<RangeDecoder>);

}  // namespace catchword
