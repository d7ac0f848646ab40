// The program's checksums, of which a build makes thousands: zlib's, many times as fast as those of
// checksum_bitwise.cc, which the modules have for the few bytes of code that they are.
#include "base/checksum.h"

#include <zlib.h>

namespace catchword {

std::uint32_t crc32(ByteView bytes, std::uint32_t crc) {
  if (bytes.empty()) return crc;  // zlib takes no bytes at no address for a beginning
  return static_cast<std::uint32_t>(::crc32_z(crc, bytes.data(), bytes.size()));
}

}  // namespace catchword
