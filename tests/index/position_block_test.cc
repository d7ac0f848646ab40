// Position blocks: every term's positions come back, whichever is asked for.
#include "index/position_block.h"

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
  const Status decoded = decode_positions(kPositionsName, payload, block, {}, {}, entry, entry + 1, list);
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
  const TermTable table = one_word(200);
  PositionList list;
  for (std::uint32_t i = 0; i < 200; ++i) {
    list.positions.push_back(i % 7 * kPlacesPerLine + 3);
    list.starts.push_back(i + 1);
  }
  const TermPositions positions{table.rows[0].postings, &list};
  const PositionPrior prior = PositionPrior::of({&positions, 1});
  const Bytes told = prior.encode();
  CHECK_FALSE(told.empty());
  const Result<PositionPrior> known = PositionPrior::parse("positions-a.bin", told);
  REQUIRE(known);
  CHECK(known->encode() == told);

  const Bytes payload = encode_positions(table, {list}, prior);
  CHECK(payload.size() < encode_positions(table, {list}).size());
  PositionList decoded;
  REQUIRE(decode_positions(kPositionsName, payload, decode(table), {}, *known, 0, 1, decoded).ok());
  CHECK(decoded.positions == list.positions);
}

TEST_CASE("a prior that ends early is damage, and none knows nothing") {
  CHECK_FALSE(PositionPrior::parse(kPositionsName, Bytes{0}));
  CHECK(PositionPrior().encode().empty());
  CHECK(PositionPrior::parse(kPositionsName, {}).ok());
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
