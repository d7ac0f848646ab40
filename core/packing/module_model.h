// ModuleModel: how likely the next bit of a WebAssembly module is a 1, mixed from what followed in several contexts.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>

#include "packing/module_place.h"

namespace catchword {

/// A model for the range coder (codec/range_coder.h), to be told each bit after it was coded, a byte's highest bit
/// first. Five contexts see a bit; each has an estimate of its own, and the sum of their logits, weighted by how
/// right each has been at such a place, is the answer: logistic mixing, Mahoney, "Adaptive Weighing of Context
/// Models for Lossless Data Compression" (2005), section 3. All zeros at first; 2.1 MB, so not for a stack. Whole
/// numbers, so that every machine makes the same of them. About 35 ns a bit natively, twice that in a page.
class ModuleModel {
 public:
  /// Once, before the first bit: of a module whose functions stand in [code, end).
  void begin(std::uint32_t code, std::uint32_t end) {
    place_ = ModulePlace(code, end);
    make_tables();
    enter_byte();
  }

  /// Of a 1, in 1/65536.
  [[nodiscard]] std::uint32_t probability() {
    std::int64_t sum = 0;  // no stream of bits can make weights too large for it
    for (std::uint32_t k = 0; k < kContexts; ++k) {
      inputs_[k] = logits_[estimate(table_[places_[k] ^ node_]) + kHalf];
      sum += std::int64_t{inputs_[k]} * (kFirstWeight + weights_[place_kind_][k]);
    }
    const std::int64_t logit = std::clamp<std::int64_t>(sum >> kWeightBits, -kHalf, kHalf - 1);
    return probability_ = probabilities_[static_cast<std::size_t>(logit + kHalf)];
  }

  void update(std::uint32_t bit) {
    const std::int32_t error = static_cast<std::int32_t>((bit << 16) - probability_);
    for (std::uint32_t k = 0; k < kContexts; ++k) {
      weights_[place_kind_][k] += inputs_[k] * (error >> 4) >> kPace;
      learn(table_[places_[k] ^ node_], bit);
    }
    node_ = node_ << 1 | bit;
    if (node_ < 16) return;
    if (half_ == 0) return enter_half(node_);
    place_.next(static_cast<std::uint8_t>(half_ << 4 | (node_ & 15)));
    enter_byte();
  }

 private:
  static constexpr std::uint32_t kContexts = 5;
  static constexpr int kTableBits = 20;
  static constexpr int kPace = 13;
  static constexpr std::int32_t kHalf = 2048;  // of an estimate; a logit has as many values, 256 to one of nature
  static constexpr int kWeightBits = 14;       // behind a weight's point
  static constexpr std::int32_t kFirstWeight = (1 << kWeightBits) / 4;
  static constexpr std::int32_t kEdge = 8;     // as far as estimates keep from 0 and 1
  static constexpr std::int32_t kSettled = 8;  // bits after which a cell learns no slower
  static constexpr std::uint8_t kRates[kSettled + 1] = {213, 116, 80, 61, 49, 41, 36, 31, 28};  // 256 / (count + 1.2)

  // An estimate less one half, in 1/4096, and below it in four bits how many bits it has learnt from.
  using Cell = std::int16_t;

  static std::int32_t estimate(Cell cell) { return cell >> 4; }

  static void learn(Cell& cell, std::uint32_t bit) {
    const std::int32_t count = cell & 15;
    const std::int32_t goal = bit != 0 ? kHalf - kEdge : kEdge - kHalf;
    const std::int32_t learnt = estimate(cell) + ((goal - estimate(cell)) * kRates[count] >> 8);
    cell = static_cast<Cell>(learnt * 16 | std::min(count + 1, kSettled));
  }

  static std::uint32_t mix(std::uint32_t hash, std::uint32_t value) {
    hash = (hash ^ value) * 0x9E3779B1;
    return hash ^ hash >> 15;
  }

  // The cells of a context's next four bits lie together.
  void enter_half(std::uint32_t half) {
    half_ = half;
    node_ = 1;
    for (std::uint32_t k = 0; k < kContexts; ++k) {
      places_[k] = mix(hashes_[k], half) * 0x2C1B3C6D >> (32 - kTableBits);
    }
  }

  void enter_byte() {
    const std::uint32_t part = mix(1, place_.part());
    const auto four = static_cast<std::uint32_t>(place_.history());
    const auto fifth = static_cast<std::uint32_t>(place_.history() >> 32);
    hashes_[0] = mix(part, place_.depth());
    hashes_[1] = mix(mix(part, four & 0xFFFF), place_.depth());
    hashes_[2] = mix(mix(part, four & 0xFF), place_.last_number()) + 2;
    hashes_[3] = mix(3, place_.previous());
    hashes_[4] = mix(mix(part, four), fifth & 0xFF);
    place_kind_ = place_.in_number() ? place_.opcode() : 256;
    enter_half(0);
  }

  void make_tables() {
    double odds = 2980.9579870417283;  // e^8
    std::int32_t estimate = 0;
    for (std::int32_t i = 0; i < 2 * kHalf; ++i) {
      const double probability = 1 / (1 + odds);
      probabilities_[i] = static_cast<std::uint16_t>(32 + probability * 65472);
      for (; estimate <= probability * 2 * kHalf; ++estimate) logits_[estimate] = static_cast<std::int16_t>(i - kHalf);
      odds *= 0.9961013694701175;  // e^(-1/256)
    }
  }

  ModulePlace place_;
  std::uint32_t half_ = 0;        // the byte's first four bits, behind a 1; 0 before they are known
  std::uint32_t node_ = 0;        // the bits of this half so far, behind a 1
  std::uint32_t place_kind_ = 0;  // whose weights count
  std::uint32_t probability_ = 0;
  std::array<std::uint32_t, kContexts> hashes_{};
  std::array<std::uint32_t, kContexts> places_{};
  std::array<std::int32_t, kContexts> inputs_{};
  std::array<std::array<std::int32_t, kContexts>, 257> weights_{};
  std::array<std::uint16_t, 2 * kHalf> probabilities_{};  // by logit
  std::array<std::int16_t, 2 * kHalf> logits_{};          // by estimate
  std::array<Cell, 1 << kTableBits> table_{};
};

}  // namespace catchword
