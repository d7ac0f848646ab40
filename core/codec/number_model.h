// Adaptive models of small symbols and of numbers, made of BitModels.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

#include "codec/price.h"
#include "codec/range_coder.h"

namespace catchword {

/// A symbol of `kBits` bits, most significant bit first, each bit in the context of those before it.
template <int kBits>
class SymbolModel {
 public:
  template <Coder C>
  std::uint32_t code(C& coder, std::uint32_t symbol) {
    std::uint32_t node = 1;
    for (int bit = kBits; bit-- > 0;) {
      node = node << 1 | coder.bit(nodes_[node], symbol >> bit & 1);
    }
    return node - (1u << kBits);
  }

  [[nodiscard]] Price price(std::uint32_t symbol) const {
    Price sum = 0;
    std::uint32_t node = 1;
    for (int bit = kBits; bit-- > 0;) {
      const std::uint32_t value = symbol >> bit & 1;
      sum += price_of(nodes_[node], value);
      node = node << 1 | value;
    }
    return sum;
  }

  /// Calls `visit` with each of its bit models, in the order of their numbers.
  template <class F>
  void each(F&& visit) {
    for (std::size_t node = 1; node < nodes_.size(); ++node) visit(nodes_[node]);
  }

 private:
  std::array<BitModel, 1u << kBits> nodes_{};
};

/// A length from 0 to 31: how many times four are in it, one bit after the other, then which of the four. Short lengths,
/// which are frequent nearly everywhere, take three bits to code where a symbol takes five.
class LengthModel {
 public:
  template <Coder C>
  std::uint32_t code(C& coder, std::uint32_t length) {
    std::uint32_t fours = 0;
    while (fours < kFours - 1 && coder.bit(more_[fours], length >> 2 > fours) != 0) ++fours;
    auto& nodes = rest_[fours];
    const std::uint32_t high = coder.bit(nodes[1], length >> 1 & 1);
    return fours << 2 | high << 1 | coder.bit(nodes[2 + high], length & 1);
  }

  [[nodiscard]] Price price(std::uint32_t length) const {
    const std::uint32_t fours = length >> 2;
    Price sum = 0;
    for (std::uint32_t i = 0; i < fours; ++i) sum += price_of(more_[i], 1);
    if (fours < kFours - 1) sum += price_of(more_[fours], 0);
    const std::uint32_t high = length >> 1 & 1;
    return sum + price_of(rest_[fours][1], high) + price_of(rest_[fours][2 + high], length & 1);
  }

  /// As SymbolModel's: the bits that count the fours, then for each number of fours those behind.
  template <class F>
  void each(F&& visit) {
    for (BitModel& model : more_) visit(model);
    for (auto& nodes : rest_) {
      for (std::size_t node = 1; node < nodes.size(); ++node) visit(nodes[node]);
    }
  }

 private:
  static constexpr std::uint32_t kFours = 8;

  std::array<BitModel, kFours - 1> more_{};
  std::array<std::array<BitModel, 4>, kFours> rest_{};
};

/// A number from 0 to 2^32 - 2, in the manner of Elias' gamma code: the bit length of value + 1, then the
/// bits below the leading one; the first three of these are modelled, the rest raw.
class NumberModel {
 public:
  template <Coder C>
  std::uint32_t code(C& coder, std::uint32_t value) {
    const std::uint32_t plus_one = value + 1;
    const std::uint32_t length =
        lengths_.code(coder, static_cast<std::uint32_t>(std::bit_width(plus_one)) - 1);
    const int modelled = length < kModelled ? static_cast<int>(length) : kModelled;
    std::uint32_t decoded = 1;
    for (int i = 1; i <= modelled; ++i) {
      const std::uint32_t bit = plus_one >> (length - i) & 1;
      decoded = decoded << 1 | coder.bit(mantissas_[length][decoded], bit);
    }
    const int rest = static_cast<int>(length) - modelled;
    if (rest == 0) return decoded - 1;
    const std::uint32_t tail = coder.raw(plus_one & ((1u << rest) - 1), rest);
    return (decoded << rest | tail) - 1;
  }

  [[nodiscard]] Price price(std::uint32_t number) const {
    const std::uint32_t plus_one = number + 1;
    const int length = static_cast<int>(std::bit_width(plus_one)) - 1;
    const int modelled = length < kModelled ? length : kModelled;
    Price sum = lengths_.price(static_cast<std::uint32_t>(length)) + kBitPrice * (length - modelled);
    std::uint32_t node = 1;
    for (int i = 1; i <= modelled; ++i) {
      const std::uint32_t bit = plus_one >> (length - i) & 1;
      sum += price_of(mantissas_[static_cast<std::size_t>(length)][node], bit);
      node = node << 1 | bit;
    }
    return sum;
  }

  /// Lets the models of the bits below the leading one begin as if each had seen `count` bits, either as often: for
  /// numbers that spread evenly, of which these bits say nothing.
  void expect_even_bits(std::uint32_t count) {
    for (auto& mantissa : mantissas_) mantissa.fill(BitModel::known(1u << 15, count));
  }

  /// As SymbolModel's: those of the length, then for each length those of the bits.
  template <class F>
  void each(F&& visit) {
    lengths_.each(visit);
    for (auto& mantissa : mantissas_) {
      for (std::size_t i = 1; i < mantissa.size(); ++i) visit(mantissa[i]);
    }
  }

 private:
  static constexpr int kModelled = 3;

  LengthModel lengths_;
  std::array<std::array<BitModel, 1 << kModelled>, 32> mantissas_{};
};

}  // namespace catchword
