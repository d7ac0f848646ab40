// ModulePlace: where in a WebAssembly module a byte stands, as far as a guess at it wants to know.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>

namespace catchword {

/// Follows the functions of a module byte by byte: opcodes, the numbers behind them (LEB128), and how many
/// values stand on the stack, about. It takes any bytes; what it misunderstands costs bytes, no more, since
/// who packs and who unpacks misunderstand it alike. Opcodes: WebAssembly Core Specification 2.0, section 5.4.
class ModulePlace {
 public:
  constexpr ModulePlace() = default;

  /// Functions stand in [code, end) of the module.
  ModulePlace(std::uint32_t code, std::uint32_t end) : code_(code), end_(end) {}

  void next(std::uint8_t byte) {
    previous_ = byte;
    ++at_;
    if (at_ == code_ || at_ == function_end_) return begin_function();
    if (!in_code()) return;
    if (numbers_ == 0) {
      read_opcode(byte);
    } else {
      read_number(byte);
    }
  }

  [[nodiscard]] bool in_code() const { return at_ >= code_ && at_ < end_; }

  /// Whether a number comes next, or goes on; else an opcode.
  [[nodiscard]] bool in_number() const { return numbers_ != 0; }

  [[nodiscard]] std::uint32_t opcode() const { return opcode_; }  ///< whose numbers these are
  [[nodiscard]] std::uint32_t previous() const { return previous_; }
  [[nodiscard]] std::uint32_t depth() const { return depth_; }
  [[nodiscard]] std::uint64_t history() const { return history_; }   ///< opcodes, the last one lowest
  [[nodiscard]] std::uint32_t last_number() const { return last_number_; }  ///< of the last instruction, 0 without

  /// Tells apart which of an opcode's numbers this is, and what of it has been read.
  [[nodiscard]] std::uint32_t part() const {
    return in_number() ? opcode_ << 4 | std::min(read_, 7U) << 1 | 1U | number_ << 13 | shift_ << 27 : 0;
  }

 private:
  // A function begins with its size, the number of its groups of locals, and the groups: read as the numbers of
  // an instruction that is there in no other place (unreachable has no numbers).
  static constexpr std::uint32_t kFunction = 0x00;

  void begin_function() {
    opcode_ = kFunction;
    numbers_ = 2;
    read_ = number_ = shift_ = depth_ = last_number_ = 0;
    history_ = 0;
  }

  void read_opcode(std::uint8_t byte) {
    opcode_ = byte;
    depth_ = byte < kEffects.size() ? effect(kEffects[byte]) : byte < 0xA7 ? effect('-') : depth_;
    numbers_ = byte < kNumbers.size() ? static_cast<std::uint32_t>(kNumbers[byte] - '0') : 0;
    if (numbers_ == 0) end_instruction(0);
  }

  std::uint32_t effect(char code) const {
    switch (code) {
      case '+': return depth_ + 1;
      case '-': return depth_ - std::min(depth_, 1U);
      case '2': return depth_ - std::min(depth_, 2U);
      case '=': return depth_;
    }
    return 0;
  }

  void read_number(std::uint8_t byte) {
    number_ |= (byte & 127U) << (shift_ & 31);
    shift_ += 7;
    if (byte > 127) return;
    --numbers_;
    ++read_;
    if (opcode_ == kFunction && read_ == 1) function_end_ = at_ + number_;
    if (opcode_ == kFunction && read_ == 2) numbers_ = 2 * number_;
    if (numbers_ == 0) end_instruction(number_);
    number_ = shift_ = 0;
  }

  void end_instruction(std::uint32_t number) {
    history_ = history_ << 8 | opcode_;
    last_number_ = number;
    read_ = 0;
  }

  // By opcode: how many numbers follow it; what it does to the stack (+1, -1, -2, nothing, or 0: all else ends there).
  static constexpr std::string_view kNumbers = "0011100000001110120000000000200011111000222222222222222222222221111";
  static constexpr std::string_view kEffects =
      "0000-00000000-000000000000-20000+-=+-000"
      "==============222222222+=++00=----------=";

  std::uint32_t code_ = 0, end_ = 0;
  std::uint32_t at_ = 0, function_end_ = 0;
  std::uint32_t opcode_ = 0, numbers_ = 0, read_ = 0, number_ = 0, shift_ = 0;
  std::uint32_t previous_ = 0, depth_ = 0, last_number_ = 0;
  std::uint64_t history_ = 0;
};

}  // namespace catchword
