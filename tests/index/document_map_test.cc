// The document map: places come back, in chunks too, and nonsense is refused.
#include "index/document_map.h"

#include "support/decoded.h"
#include "support/places.h"
#include "support/property.h"

namespace catchword::test {
namespace {

constexpr std::string_view kMapName = "documents/abcdefgh.bin";

std::uint32_t size_of(const std::vector<TextPlace>& places) {
  return static_cast<std::uint32_t>(places.size());
}

}  // namespace

TEST_CASE("the places of a chunk come back, wherever it begins") {
  check_property([] {
    const auto all = *arbitrary_places(*rc::gen::inRange<std::uint32_t>(1, 300), 1000);
    const auto begin = *rc::gen::inRange<std::size_t>(0, all.size());
    const std::vector<TextPlace> chunk(all.begin() + static_cast<std::ptrdiff_t>(begin), all.end());
    const auto from = *rc::gen::inRange<BlockOrdinal>(0, chunk.front().block + 1);
    const auto decoded = decode_document_map(kMapName, encode_document_map(chunk, from), size_of(chunk), from, 1000);
    RC_ASSERT(decoded.ok());
    RC_ASSERT(*decoded == chunk);
  });
}

TEST_CASE("documents of one block each cost next to nothing") {
  std::vector<TextPlace> places;
  for (BlockOrdinal block = 0; block < 8000; ++block) places.push_back({block, 0});
  CHECK(encode_document_map(places, 0).size() < 40);
}

TEST_CASE("a document behind the last block is damage") {
  const std::vector<TextPlace> places{{0, 0}, {7, 0}};
  const Bytes payload = encode_document_map(places, 0);
  CHECK(decode_document_map(kMapName, payload, 2, 0, 8));
  CHECK(decode_document_map(kMapName, payload, 2, 5, 13));
  CHECK_FALSE(decode_document_map(kMapName, payload, 2, 5, 12));
  const auto refused = decode_document_map(kMapName, payload, 2, 0, 7);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().kind == ErrorKind::kDamaged);
  CHECK(refused.error().where == kMapName);
}

TEST_CASE("a chunk of any bytes is an error, or ascending places within the blocks") {
  check_property(
      [] {
        const auto payload = *rc::gen::arbitrary<Bytes>();
        const auto end = *rc::gen::element<BlockOrdinal>(1, 100, 1u << 24);
        const auto begin = *rc::gen::inRange<BlockOrdinal>(0, end);
        const auto places = decode_document_map(kMapName, payload, 200, begin, end);
        if (!places) return;
        for (std::size_t i = 0; i < places->size(); ++i) {
          RC_ASSERT((*places)[i].block >= begin);
          RC_ASSERT((*places)[i].block < end);
          if (i > 0) RC_ASSERT((*places)[i - 1] < (*places)[i]);
        }
      },
      1000);
}

TEST_CASE("a chunk that is cut short is an error or says something else, and never runs on") {
  const std::vector<TextPlace> places{{0, 0}, {5, 0}, {900, 0}, {901, 0}, {901, 1}, {999, 0}};
  const Bytes payload = encode_document_map(places, 0);
  for (std::size_t size = 0; size < payload.size(); ++size) {
    const auto cut = decode_document_map(kMapName, ByteView(payload).first(size), size_of(places), 0, 1000);
    if (cut) CHECK(*cut != places);
  }
}

}  // namespace catchword::test
