// NumberedStrings: different strings, numbered as they come.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/string_list.h"

namespace catchword {

/// Strings are found by linear probing (Knuth, "The Art of Computer Programming", 6.4). A slot has part of its string's
/// hash, so that few strings are compared but those that are equal. Some 40 bytes a string, and its own.
class NumberedStrings {
 public:
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;

  NumberedStrings() : slots_(kFewestSlots) {}

  /// The number of `text`; kNone when it isn't there.
  [[nodiscard]] std::uint32_t find(std::string_view text) const;

  /// Gives it the next number. REQUIRES: it isn't there.
  std::uint32_t add(std::string_view text);

  /// Valid for as long as this object's strings are, wherever it is moved.
  std::string_view operator[](std::uint32_t number) const { return strings_[number]; }
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(strings_.size()); }

 private:
  struct Slot {
    std::uint32_t check = 0;
    std::uint32_t number = kNone;  // none in an empty slot
  };

  static constexpr std::size_t kFewestSlots = 64;  // a power of two

  [[nodiscard]] std::size_t slot_of(std::string_view text, std::uint64_t hash) const;
  void grow();

  std::vector<Slot> slots_;
  StringList strings_;
};

}  // namespace catchword
