// ByteReader: reads untrusted bytes front to back without ever leaving them.
#pragma once

#include <string_view>

#include "base/bytes.h"

namespace catchword {

/// Reading past the end sets a flag that stays set and yields zeros and empty strings, so a caller
/// checks `ok()` once, after a whole structure. Views returned look into the bytes handed in.
class ByteReader {
 public:
  explicit ByteReader(ByteView bytes) : rest_(bytes) {}

  [[nodiscard]] bool ok() const { return ok_; }
  [[nodiscard]] std::size_t remaining() const { return rest_.size(); }

  std::uint8_t u8() {
    const ByteView one = take(1);
    return one.empty() ? 0 : one[0];
  }

  /// Four bytes, least significant first.
  std::uint32_t u32() {
    const ByteView four = take(4);
    std::uint32_t value = 0;
    for (std::size_t i = four.size(); i-- > 0;) value = value << 8 | four[i];
    return value;
  }

  /// LEB128: seven bits a byte, least significant first. More than 32 bits is damage.
  std::uint32_t varint() {
    std::uint32_t value = 0;
    for (int shift = 0; shift < 35; shift += 7) {
      const std::uint8_t byte = u8();
      if (shift == 28 && byte > 0x0F) break;
      value |= static_cast<std::uint32_t>(byte & 0x7F) << shift;
      if (byte < 0x80) return value;
    }
    fail();
    return 0;
  }

  /// A varint count of things that take at least `least` bytes each; more than can follow is damage.
  std::uint32_t count(std::size_t least = 1) { return count_of(varint(), least); }

  /// The same of a count that is known: `value`, or 0 after noting the damage.
  std::uint32_t count_of(std::uint32_t value, std::size_t least) {
    if (value > rest_.size() / least) return fail(), 0;
    return value;
  }

  /// A varint length and that many bytes.
  std::string_view string() { return as_text(take(varint())); }

  ByteView take(std::size_t size) {
    if (size > rest_.size()) return fail(), ByteView{};
    const ByteView taken = rest_.first(size);
    rest_ = rest_.subspan(size);
    return taken;
  }

  void fail() {
    ok_ = false;
    rest_ = {};
  }

 private:
  ByteView rest_;
  bool ok_ = true;
};

}  // namespace catchword
