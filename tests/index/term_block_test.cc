// Term blocks: any dictionary comes back as it was, in bytes that don't grow without need.
#include "index/term_block.h"

#include <set>

#include "support/decoded.h"
#include "support/property.h"
#include "support/terms.h"

namespace catchword::test {
namespace {

constexpr std::string_view kTermsName = "terms/abcdefgh.bin";

TermBlock round_trip(const TermTable& table) {
  Result<TermBlock> block =
      decode_term_block(kTermsName, encode_term_block(table.lists(), table.documents), table.documents);
  INFO((block ? std::string() : block.error().to_string()));
  REQUIRE(block);
  return std::move(*block);
}

}  // namespace

TEST_CASE("any dictionary comes back") {
  check_property(
      [] {
        const TermTable table = arbitrary_terms();
        const Bytes payload = encode_term_block(table.lists(), table.documents);
        const Result<TermBlock> block = decode_term_block(kTermsName, payload, table.documents);
        if (!block) RC_FAIL(block.error().to_string());
        RC_ASSERT(describe(*block) == describe(table));
      },
      200);
}

TEST_CASE("an empty block and an empty list come back") {
  TermTable table;
  table.documents = 10;
  CHECK(round_trip(table).entries().empty());
  Term completion{"a", "a", "a", {}, {}, true, 7};
  table.rows.push_back({completion, {}});
  const TermBlock block = round_trip(table);
  REQUIRE(block.entries().size() == 1);
  CHECK(block.entries()[0].term.document_count == 7);
  CHECK(block.postings(block.entries()[0]).empty());
}

TEST_CASE("the ends of every range come back") {
  for (const std::uint32_t documents : {1u, 2u, 1u << 10, 1u << 24}) {
    TermTable table;
    table.documents = documents;
    Term term{"zz", "zz", "zz", {}, {}, false, 1};
    for (const DocId document : {DocId{0}, documents / 2, documents - 1}) {
      for (const std::uint8_t impact : {std::uint8_t{0}, std::uint8_t{63}}) {
        term.folded = term.form = term.stem = "t" + std::to_string(table.rows.size());
        table.rows.push_back({term, {make_posting(document, impact, kBody | kHeading, 0xFFFF)}});
      }
    }
    CHECK(describe(round_trip(table)) == describe(table));
  }
}

TEST_CASE("a list of every document comes back") {
  TermTable table;
  table.documents = 300;
  std::vector<Posting> postings;
  for (DocId document = 0; document < 300; ++document) {
    postings.push_back(make_posting(document, static_cast<std::uint8_t>(document % 64), kBody,
                                    static_cast<std::uint16_t>(document)));
  }
  table.rows.push_back({Term{"the", "the", "the", {}, {}, false, 300}, postings});
  CHECK(describe(round_trip(table)) == describe(table));
}

TEST_CASE("a completion stands before the terms it stands for") {
  const Term completion{"run", "run", "run", {}, {}, true, 1};
  const Term word{"run", "run", "run", {}, {}, false, 1};
  CHECK(TermKey::of(completion) < TermKey::of(word));
  CHECK_FALSE(TermKey::of(word) < TermKey::of(completion));
  CHECK_FALSE(TermKey::of(word) < TermKey::of(word));
}

TEST_CASE("the first entry not before a word is found as a scan finds it") {
  check_property([] {
    const TermTable table = arbitrary_terms();
    const Result<TermBlock> block =
        decode_term_block(kTermsName, encode_term_block(table.lists(), table.documents), table.documents);
    RC_ASSERT(block.ok());
    const std::string wanted = *arbitrary_word();
    std::size_t scanned = 0;
    while (scanned < block->entries().size() && block->entries()[scanned].term.folded < wanted) {
      ++scanned;
    }
    RC_ASSERT(block->lower_bound(wanted) == scanned);
  });
}

TEST_CASE("a posting of a document that there is not is damage") {
  TermTable table;
  table.documents = 100;
  table.rows.push_back({Term{"a", "a", "a", {}, {}, false, 1}, {make_posting(90, 16, kBody, 0)}});
  const Bytes payload = encode_term_block(table.lists(), table.documents);
  const Result<TermBlock> block = decode_term_block(kTermsName, payload, 50);
  REQUIRE_FALSE(block);
  CHECK(block.error().kind == ErrorKind::kDamaged);
  CHECK(block.error().where == kTermsName);
}

TEST_CASE("terms out of order, or twice, are damage") {
  for (const char* second : {"a", "b"}) {
    TermTable table;
    table.documents = 100;
    table.rows.push_back({Term{"b", "b", "b", {}, {}, false, 1}, {make_posting(0, 16, kBody, 0)}});
    table.rows.push_back(
        {Term{second, second, second, {}, {}, false, 1}, {make_posting(0, 16, kBody, 0)}});
    CHECK_FALSE(
        decode_term_block(kTermsName, encode_term_block(table.lists(), table.documents), table.documents));
  }
}

TEST_CASE("a posting without a field is damage") {
  TermTable table;
  table.documents = 100;
  table.rows.push_back({Term{"b", "b", "b", {}, {}, false, 1}, {make_posting(0, 16, 0, 0)}});
  CHECK_FALSE(decode_term_block(kTermsName, encode_term_block(table.lists(), table.documents), table.documents));
}

TEST_CASE("a regular list costs little") {
  TermTable table;
  table.documents = 10000;
  std::vector<Posting> postings;
  for (DocId document = 0; document < 10000; document += 10) {
    postings.push_back(make_posting(document, kImpactOne, kBody));
  }
  table.rows.push_back({Term{"word", "word", "word", {}, {}, false, 1000}, postings});
  CHECK(encode_term_block(table.lists(), table.documents).size() < 400);
}

}  // namespace catchword::test
