// The position directory: written and parsed, and refused when it makes no sense.
#include "index/position_directory.h"

#include "support/property.h"

namespace catchword::test {
namespace {

constexpr std::string_view kDirectoryName = "positions-abcdefgh.bin";

PositionDirectory arbitrary_directory() {
  PositionDirectory directory;
  const auto counts = *rc::gen::container<std::vector<int>>(rc::gen::inRange(1, 5));
  for (const int count : counts) {
    std::uint32_t first = 0;
    for (int i = 0; i < count; ++i) {
      directory.files.push_back({first, *rc::gen::arbitrary<ContentHash>()});
      first += *rc::gen::inRange<std::uint32_t>(1, 1000);
    }
    directory.starts.push_back(static_cast<std::uint32_t>(directory.files.size()));
  }
  return directory;
}

}  // namespace

TEST_CASE("a position directory comes back as it was") {
  check_property([] {
    const PositionDirectory directory = arbitrary_directory();
    const std::size_t blocks = directory.starts.size() - 1;
    const auto parsed =
        parse_position_directory(kDirectoryName, encode_position_directory(directory), blocks);
    RC_ASSERT(parsed.ok());
    RC_ASSERT(parsed->starts == directory.starts);
    for (std::size_t i = 0; i < directory.files.size(); ++i) {
      RC_ASSERT(parsed->files[i].first == directory.files[i].first);
      RC_ASSERT(parsed->files[i].hash == directory.files[i].hash);
    }
  });
}

TEST_CASE("a position directory that is cut short, too long or of another root is damage") {
  const PositionDirectory directory{{}, {{0, {1}}, {9, {2}}, {0, {3}}}, {0, 2, 3}};
  const Bytes payload = encode_position_directory(directory);
  for (std::size_t size = 0; size < payload.size(); ++size) {
    CHECK_FALSE(parse_position_directory(kDirectoryName, ByteView(payload).first(size), 2));
  }
  CHECK_FALSE(parse_position_directory(kDirectoryName, payload, 1));
  CHECK_FALSE(parse_position_directory(kDirectoryName, payload, 3));
}

TEST_CASE("a block without a file, and files that don't ascend, are damage") {
  CHECK_FALSE(parse_position_directory(kDirectoryName, Bytes{0, 0}, 1));
  CHECK_FALSE(parse_position_directory(kDirectoryName, Bytes{0, 0, 2, 1, 1, 1, 1, 1, 0, 1, 1, 1, 1, 1}, 1));
}

}  // namespace catchword::test
