// The checksums of the modules: little code. checksum_zlib.cc is the program's.
#include "base/checksum.h"

#include <array>

namespace catchword {
namespace {

constexpr std::uint32_t kPolynomial = 0xEDB88320;  // 0x04C11DB7 with its bits reversed

// A table of 16 rather than 256 entries: two steps a byte, and 1 kB less in the module.
constexpr std::array<std::uint32_t, 16> make_table() {
  std::array<std::uint32_t, 16> table{};
  for (std::uint32_t i = 0; i < 16; ++i) {
    std::uint32_t value = i;
    for (int bit = 0; bit < 4; ++bit) value = value >> 1 ^ (value & 1 ? kPolynomial : 0);
    table[i] = value;
  }
  return table;
}

constexpr auto kTable = make_table();

}  // namespace

std::uint32_t crc32(ByteView bytes, std::uint32_t crc) {
  crc = ~crc;
  for (const std::uint8_t byte : bytes) {
    crc ^= byte;
    crc = crc >> 4 ^ kTable[crc & 15];
    crc = crc >> 4 ^ kTable[crc & 15];
  }
  return ~crc;
}

}  // namespace catchword
