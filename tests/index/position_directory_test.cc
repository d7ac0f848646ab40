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
      const bool goes_on = !directory.blocks.empty() && *rc::gen::arbitrary<bool>();
      if (goes_on) {
        const PositionDirectory::Block before = directory.blocks.back();
        directory.blocks.push_back({first, before.hash, before.part + 1});
      } else {
        directory.blocks.push_back({first, *rc::gen::arbitrary<ContentHash>(), 0});
      }
      first += *rc::gen::inRange<std::uint32_t>(1, 1000);
    }
    directory.starts.push_back(static_cast<std::uint32_t>(directory.blocks.size()));
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
    for (std::size_t i = 0; i < directory.blocks.size(); ++i) {
      RC_ASSERT(parsed->blocks[i].first == directory.blocks[i].first);
      RC_ASSERT(parsed->blocks[i].hash == directory.blocks[i].hash);
      RC_ASSERT(parsed->blocks[i].part == directory.blocks[i].part);
    }
  });
}

TEST_CASE("a position directory that is cut short, too long or of another root is damage") {
  const PositionDirectory directory{{{0, {1}}, {9, {2}}, {0, {3}}}, {0, 2, 3}};
  const Bytes payload = encode_position_directory(directory);
  for (std::size_t size = 0; size < payload.size(); ++size) {
    CHECK_FALSE(parse_position_directory(kDirectoryName, ByteView(payload).first(size), 2));
  }
  CHECK_FALSE(parse_position_directory(kDirectoryName, payload, 1));
  CHECK_FALSE(parse_position_directory(kDirectoryName, payload, 3));
}

TEST_CASE("a term block without a block, blocks that don't ascend, and one of no file, are damage") {
  const auto is_refused = [](const Bytes& payload) {
    return !parse_position_directory(kDirectoryName, payload, 1);
  };
  CHECK_FALSE(is_refused({2, 1, 1, 1, 1, 1, 1, 6}));
  CHECK(is_refused({0}));
  CHECK(is_refused({2, 1, 1, 1, 1, 1, 1, 0}));
  CHECK(is_refused({1, 3, 1, 1, 1, 1, 1}));
  CHECK(is_refused({1, 0}));
}

TEST_CASE("a file of several blocks has each behind its size") {
  const Bytes payload{2, 'a', 'b', 0, 1, 'c'};
  const auto block = [&](std::uint32_t part, std::size_t size) {
    return position_block_in({0, {1}, part}, "p", ByteView(payload).first(size));
  };
  CHECK(as_text(*block(0, 6)) == "ab");
  CHECK(block(1, 6)->empty());
  CHECK(as_text(*block(2, 6)) == "c");
  for (std::size_t size = 0; size < payload.size(); ++size) {
    CHECK_FALSE(block(2, size));
    if (size < 3) CHECK(block(0, size).error().where == "p");
  }
}

}  // namespace catchword::test
