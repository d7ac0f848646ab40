// The checksums of the modules, bit by bit: a table of 16 would be 60 bytes more of the packed module.
// checksum_zlib.cc is the program's.
#include "base/checksum.h"

namespace catchword {
namespace {

constexpr std::uint32_t kPolynomial = 0xEDB88320;  // 0x04C11DB7 with its bits reversed

}  // namespace

std::uint32_t crc32(ByteView bytes, std::uint32_t crc) {
  crc = ~crc;
  for (const std::uint8_t byte : bytes) {
    crc ^= byte;
    for (int bit = 0; bit < 8; ++bit) crc = crc >> 1 ^ (kPolynomial & -(crc & 1));
  }
  return ~crc;
}

}  // namespace catchword
