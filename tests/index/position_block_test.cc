// Position blocks: every term's positions come back, whichever is asked for.
#include "index/position_block.h"

#include <memory>

#include "index/position_codec.h"
#include "index/position_prior.h"
#include "support/decoded.h"
#include "support/property.h"
#include "support/terms.h"

namespace catchword::test {
namespace {

constexpr std::string_view kPositionsName = "positions/abcdefgh.bin";

TermBlock decode(const TermTable& table) {
  Result<TermBlock> block =
      decode_term_block("terms/a.bin", encode_term_block(table.lists(), table.documents), table.documents);
  REQUIRE(block);
  return std::move(*block);
}

Result<PositionList> positions_of(const Bytes& payload, const TermBlock& block, std::size_t entry) {
  PositionList list;
  const Status decoded = decode_positions(kPositionsName, payload, block, {}, entry, entry + 1, list);
  if (!decoded) return decoded.error();
  return list;
}

// One word in `documents` documents.
TermTable one_word(std::uint32_t documents) {
  TermTable table;
  table.documents = documents;
  TermTable::Row row{Term{"a", "a", "a", {}, {}, false, documents}, {}};
  for (DocId id = 0; id < documents; ++id) row.postings.push_back(make_posting(id, 16, kBody));
  table.rows.push_back(std::move(row));
  return table;
}

}  // namespace

TEST_CASE("the positions of every term come back") {
  check_property(
      [] {
        const TermTable table = arbitrary_terms();
        const std::vector<PositionList> lists = arbitrary_positions(table);
        const Bytes payload = encode_positions(table, lists);
        const TermBlock block = decode(table);
        for (std::size_t i = 0; i < lists.size(); ++i) {
          const Result<PositionList> list = positions_of(payload, block, i);
          if (!list) RC_FAIL(list.error().to_string());
          RC_ASSERT(list->positions == lists[i].positions);
          RC_ASSERT(list->starts == lists[i].starts);
        }
      },
      60);
}

TEST_CASE("dense, sparse and far positions come back") {
  const TermTable table = one_word(4);
  PositionList list;
  for (Position position = 0; position < 3000; ++position) list.positions.push_back(position);
  list.starts.push_back(3000);
  list.starts.push_back(3000);  // a document whose links alone have the word
  for (const Position position : {kPositionsPerBlock - 1, kPositionsPerBlock,
                                  5 * kPositionsPerBlock, 0xFFFFFFFEu}) {
    list.positions.push_back(position);
  }
  list.starts.push_back(3004);
  list.positions.push_back(0);
  list.starts.push_back(3005);
  const Bytes payload = encode_positions(table, {list});
  const Result<PositionList> decoded = positions_of(payload, decode(table), 0);
  REQUIRE(decoded);
  CHECK(decoded->positions == list.positions);
  CHECK(decoded->starts == list.starts);
  CHECK(decoded->of(0).size() == 3000);
  CHECK(decoded->of(1).empty());
  CHECK(decoded->of(2).size() == 4);
}

TEST_CASE("what is known of positions beforehand makes a block smaller, and readers know it too") {
  const TermTable table = one_word(40);
  PositionList list;
  for (std::uint32_t i = 0; i < 40; ++i) {  // anywhere in texts of 24 lines of 12 words
    list.positions.push_back(i * 7 % 24 * kPlacesPerLine + i * 5 % 12);
    list.starts.push_back(i + 1);
  }
  RangeEncoder unknowing;
  PositionCodec codec(unknowing, {});
  const TermPositions positions{table.rows[0].postings, &list};
  codec.code({&positions, 1});
  CHECK(encode_positions(table, {list}).size() < unknowing.finish().size());
}

TEST_CASE("what is told of the models is what they know, and that is told again alike") {
  auto models = std::make_unique<PositionModels>(position_prior());
  std::size_t known = 0;
  models->each([&](const BitModel& model) { known += model.seen() ? 1 : 0; });
  CHECK(known > 1000);
  const Bytes told = encode_position_prior(*models);
  CHECK(told.size() < known);
  CHECK(told == encode_position_prior(*models));
}

TEST_CASE("a title's words stand where their places say, or elsewhere") {
  TermTable table = one_word(4);
  for (Posting& posting : table.rows[0].postings) posting.fields = kTitle | kBody;
  table.rows[0].postings[0].title_words = 3;
  table.rows[0].postings[0].title_place = 2;
  table.rows[0].postings[1].title_words = 3;
  table.rows[0].postings[1].title_place = 3;
  PositionList list;
  list.positions = {1, 2 * kPlacesPerLine, 7, kPositionsPerBlock, 0, 5};  // where it says; not there; none said; first of all
  list.starts = {0, 2, 4, 5, 6};
  const Result<PositionList> decoded = positions_of(encode_positions(table, {list}), decode(table), 0);
  REQUIRE(decoded);
  CHECK(decoded->positions == list.positions);
  CHECK(decoded->starts == list.starts);
}

TEST_CASE("a block that ends early is damage that names it") {
  const TermTable table = one_word(200);
  PositionList list;
  for (std::uint32_t i = 0; i < 200; ++i) {
    list.positions.push_back(i * 7919 % 50000);
    list.starts.push_back(i + 1);
  }
  const Bytes payload = encode_positions(table, {list});
  const TermBlock block = decode(table);
  const Bytes half(payload.begin(), payload.begin() + static_cast<std::ptrdiff_t>(payload.size() / 2));
  const Result<PositionList> decoded = positions_of(half, block, 0);
  REQUIRE_FALSE(decoded);
  CHECK(decoded.error().kind == ErrorKind::kDamaged);
  CHECK(decoded.error().where == kPositionsName);
}

}  // namespace catchword::test
