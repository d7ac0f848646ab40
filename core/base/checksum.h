// CRC-32 (ISO-HDLC, as in zlib and PNG): finds every changed byte and every burst of up to 32 bits.
#pragma once

#include "base/bytes.h"

namespace catchword {

/// Continues `crc` (0 to begin) over `bytes`.
std::uint32_t crc32(ByteView bytes, std::uint32_t crc = 0);

}  // namespace catchword
