// CRC-32 against published values and against zlib's.
#include "base/checksum.h"

#include <zlib.h>

#include "support/property.h"

namespace catchword::test {

TEST_CASE("CRC-32 of known texts") {
  CHECK(crc32(as_bytes("")) == 0u);
  CHECK(crc32(as_bytes("123456789")) == 0xCBF43926u);  // the check value of ISO-HDLC
  CHECK(crc32(as_bytes("a")) == 0xE8B7BE43u);
  CHECK(crc32(as_bytes("The quick brown fox jumps over the lazy dog")) == 0x414FA339u);
  CHECK(crc32(Bytes(32, 0x00)) == 0x190A55ADu);
  CHECK(crc32(Bytes(32, 0xFF)) == 0xFF6CAB0Bu);
}

TEST_CASE("CRC-32 is zlib's, in one piece or in two") {
  check_property([](const Bytes& bytes) {
    const auto zlib = ::crc32(0, bytes.data(), static_cast<uInt>(bytes.size()));
    RC_ASSERT(crc32(bytes) == zlib);
    const auto cut = *rc::gen::inRange<std::size_t>(0, bytes.size() + 1);
    RC_ASSERT(crc32(ByteView(bytes).subspan(cut), crc32(ByteView(bytes).first(cut))) == zlib);
  });
}

}  // namespace catchword::test
