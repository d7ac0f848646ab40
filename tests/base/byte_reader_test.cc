// ByteReader against ByteWriter, and against bytes that end or lie.
#include "base/byte_reader.h"

#include "base/byte_writer.h"
#include "support/property.h"

namespace catchword::test {
namespace {

// A number of every bit length.
std::uint32_t arbitrary_number() {
  const std::uint32_t number =
      *rc::gen::resize(rc::kNominalSize, rc::gen::arbitrary<std::uint32_t>());
  return number >> *rc::gen::inRange(0, 32);
}

}  // namespace

TEST_CASE("what is written is read") {
  check_property([] {
    const auto small = *rc::gen::arbitrary<std::uint8_t>();
    const std::uint32_t fixed = arbitrary_number();
    const std::uint32_t number = arbitrary_number();
    const auto text = *rc::gen::arbitrary<std::string>();
    ByteWriter writer;
    writer.u8(small);
    writer.u32(fixed);
    writer.varint(number);
    writer.string(text);
    ByteReader reader(writer.bytes());
    RC_ASSERT(reader.u8() == small);
    RC_ASSERT(reader.u32() == fixed);
    RC_ASSERT(reader.varint() == number);
    RC_ASSERT(reader.string() == text);
    RC_ASSERT(reader.ok());
    RC_ASSERT(reader.remaining() == 0u);
  });
}

TEST_CASE("every truncation is noticed, and stays so") {
  ByteWriter writer;
  writer.varint(300);
  writer.u32(7);
  writer.string("four");
  for (std::size_t size = 0; size < writer.size(); ++size) {
    ByteReader reader(ByteView(writer.bytes()).first(size));
    reader.varint();
    reader.u32();
    reader.string();
    INFO("cut to " << size);
    CHECK_FALSE(reader.ok());
    CHECK(reader.u32() == 0);
    CHECK(reader.string().empty());
    CHECK_FALSE(reader.ok());
  }
}

TEST_CASE("varints of more than 32 bits are damage") {
  struct Case {
    Bytes bytes;
    bool good;
    std::uint32_t value;
  };
  const Case cases[] = {
      {{0x00}, true, 0},
      {{0x7F}, true, 127},
      {{0x80, 0x01}, true, 128},
      {{0xFF, 0xFF, 0xFF, 0xFF, 0x0F}, true, 0xFFFFFFFF},
      {{0xFF, 0xFF, 0xFF, 0xFF, 0x1F}, false, 0},
      {{0x80, 0x80, 0x80, 0x80, 0x10}, false, 0},
      {{0xFF, 0xFF, 0xFF, 0xFF, 0x8F, 0x00}, false, 0},
      {{0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x01}, false, 0},
      {{0x80}, false, 0},
      {{}, false, 0},
  };
  for (const Case& c : cases) {
    INFO("of " << c.bytes.size() << " bytes");
    ByteReader reader(c.bytes);
    CHECK(reader.varint() == c.value);
    CHECK(reader.ok() == c.good);
  }
}

TEST_CASE("a count of more things than can follow is damage") {
  const Bytes bytes{3, 1, 2, 3, 4, 5, 6};
  CHECK(ByteReader(bytes).count() == 3);
  CHECK(ByteReader(bytes).count(2) == 3);
  ByteReader reader(bytes);
  CHECK(reader.count(3) == 0);
  CHECK_FALSE(reader.ok());
}

TEST_CASE("a length beyond the end is damage and gives no bytes") {
  const Bytes bytes{0xFF, 0xFF, 0xFF, 0xFF, 0x0F, 'a'};
  ByteReader reader(bytes);
  CHECK(reader.string().empty());
  CHECK_FALSE(reader.ok());
}

}  // namespace catchword::test
