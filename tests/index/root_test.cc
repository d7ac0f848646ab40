// The root: written and parsed, routed by, and refused when it makes no sense.
#include "index/root.h"

#include <algorithm>
#include <set>

#include "base/byte_writer.h"
#include "support/decoded.h"
#include "support/places.h"
#include "support/property.h"

namespace catchword::test {
namespace {

constexpr std::string_view kRootName = "root-abcdefgh.bin";

Root small_root() {
  Root root;
  root.document_count = 5;
  root.documents_per_chunk = 8;
  root.places = {{0, 0}, {0, 1}, {3, 0}, {18, 0}, {18, 1}};
  root.languages = "en";
  root.unicode_version = "15.0";
  root.terms.separators = {"", "be", "bee", "c", "ce"};
  for (std::uint8_t i = 0; i < 5; ++i) root.terms.hashes.push_back({i, 1, 2, 3, 4});
  root.term_blocks = 5;
  root.position_directory = {7, 6, 5, 4, 3};
  root.text_groups = {{9, 9, 9, 9, 9}, {8, 8, 8, 8, 8}};
  root.group_ends = {{4, 0}, {20, 0}};
  return root;
}

// Of all text blocks.
std::vector<TextExtent> arbitrary_extents(const Root& root) {
  std::vector<TextExtent> extents;
  for (BlockOrdinal block = 0; block < root.text_blocks(); ++block) {
    const TextExtent before = root.begins_file(block) ? TextExtent() : extents.back();
    extents.push_back({before.begin + before.size, *rc::gen::inRange<std::uint32_t>(1, 1u << 20)});
  }
  return extents;
}

Root arbitrary_root() {
  Root root;
  auto separators = *rc::gen::container<std::set<std::string>>(rc::gen::arbitrary<std::string>());
  separators.insert("");
  root.terms.separators.assign(separators.begin(), separators.end());
  root.terms.hashes = *rc::gen::container<std::vector<ContentHash>>(
      root.terms.separators.size(), rc::gen::arbitrary<ContentHash>());
  const auto pages = static_cast<std::uint32_t>(root.terms.size());
  root.blocks_per_page = *rc::gen::inRange<std::uint32_t>(1, 4);
  root.term_blocks = pages * root.blocks_per_page - *rc::gen::inRange<std::uint32_t>(0, root.blocks_per_page);
  root.position_directory = *rc::gen::arbitrary<ContentHash>();
  root.text_groups = *rc::gen::nonEmpty<std::vector<ContentHash>>();
  BlockOrdinal end = 0;
  for (std::size_t i = 0; i < root.text_groups.size(); ++i) {
    end += *rc::gen::inRange<BlockOrdinal>(1, 100);
    root.group_ends.push_back({end, 0});
  }
  if (*rc::gen::arbitrary<bool>()) root.primer = *rc::gen::arbitrary<ContentHash>();
  root.document_count = *rc::gen::inRange<std::uint32_t>(0, 200);
  root.documents_per_chunk = *rc::gen::inRange<std::uint32_t>(1, 200);
  const std::uint32_t chunks =
      (root.document_count + root.documents_per_chunk - 1) / root.documents_per_chunk;
  if (chunks > 1) {
    root.map_chunks = *rc::gen::container<std::vector<ContentHash>>(
        chunks, rc::gen::arbitrary<ContentHash>());
    root.chunk_groups = *arbitrary_places(chunks, static_cast<std::uint32_t>(root.text_groups.size()));
  } else {
    root.places = *arbitrary_places(root.document_count, root.text_blocks());
    root.blocks_per_file = *rc::gen::inRange<std::uint32_t>(1, 4);
    if (root.blocks_per_file > 1) root.extents = arbitrary_extents(root);
  }
  root.languages = *rc::gen::arbitrary<std::string>();
  root.unicode_version = *rc::gen::arbitrary<std::string>();
  return root;
}

bool is_refused(const Root& root) {
  const Result<Root> parsed = parse_root(kRootName, encode_root(root));
  return !parsed && parsed.error().kind == ErrorKind::kDamaged;
}

}  // namespace

TEST_CASE("what is written of a root is parsed") {
  check_property([] {
    const Root root = arbitrary_root();
    const Result<Root> parsed = parse_root(kRootName, encode_root(root));
    RC_ASSERT(parsed.ok());
    RC_ASSERT(parsed->document_count == root.document_count);
    RC_ASSERT(parsed->languages == root.languages);
    RC_ASSERT(parsed->unicode_version == root.unicode_version);
    RC_ASSERT(parsed->terms.separators == root.terms.separators);
    RC_ASSERT(parsed->terms.hashes == root.terms.hashes);
    RC_ASSERT(parsed->term_blocks == root.term_blocks);
    RC_ASSERT(parsed->blocks_per_page == root.blocks_per_page);
    RC_ASSERT(parsed->text_groups == root.text_groups);
    RC_ASSERT(parsed->group_ends == root.group_ends);
    RC_ASSERT(parsed->documents_per_chunk == root.documents_per_chunk);
    RC_ASSERT(parsed->primer == root.primer);
    RC_ASSERT(parsed->places == root.places);
    RC_ASSERT(parsed->blocks_per_file == root.blocks_per_file);
    RC_ASSERT(parsed->extents == root.extents);
    RC_ASSERT(parsed->map_chunks == root.map_chunks);
    RC_ASSERT(parsed->chunk_groups == root.chunk_groups);
  });
}

TEST_CASE("a term's block is the last that begins at or before it") {
  const Root root = small_root();
  const std::pair<const char*, std::size_t> cases[] = {
      {"", 0},     {"a", 0},  {"bd", 0}, {"be", 1},  {"beam", 1}, {"bee", 2},
      {"beef", 2}, {"bz", 2}, {"c", 3},  {"cat", 3}, {"ce", 4},   {"zebra", 4}};
  for (const auto& [folded, block] : cases) {
    INFO(folded);
    CHECK(root.terms.block_of(folded) == block);
  }
}

TEST_CASE("a prefix ends in the last block that may hold its terms") {
  const Root root = small_root();
  const std::pair<const char*, std::size_t> cases[] = {
      {"", 4}, {"a", 0}, {"b", 2}, {"be", 2}, {"bee", 2}, {"c", 4}, {"ca", 3}, {"ce", 4}, {"d", 4}};
  for (const auto& [prefix, block] : cases) {
    INFO(prefix);
    CHECK(root.terms.last_block_of(prefix) == block);
  }
}

TEST_CASE("blocks are found as a scan of the separators finds them") {
  check_property([] {
    const Root root = arbitrary_root();
    const auto folded = *rc::gen::arbitrary<std::string>();
    std::size_t block = 0;
    std::size_t last = 0;
    for (std::size_t i = 0; i < root.terms.separators.size(); ++i) {
      if (root.terms.separators[i] <= folded) block = i;
      if (root.terms.separators[i] <= folded || root.terms.separators[i].starts_with(folded)) last = i;
    }
    RC_ASSERT(root.terms.block_of(folded) == block);
    RC_ASSERT(root.terms.last_block_of(folded) == last);
  });
}

TEST_CASE("a text block's name is its group's and its place there") {
  const Root root = small_root();
  CHECK(root.text_name(3, {}) == text_name(root.text_groups[0], 3));
  CHECK(root.text_name(4, {}) == text_name(root.text_groups[1], 0));
  CHECK(root.text_name(19, {}) == text_name(root.text_groups[1], 15));
}

TEST_CASE("where a file has several text blocks, a block is a part of it") {
  Root root = small_root();
  root.blocks_per_file = 3;
  CHECK(root.text_name(2, {201, 102}) == text_name(root.text_groups[0], 0) + "#201-302");
  CHECK(root.text_name(3, {0, 103}) == text_name(root.text_groups[0], 1) + "#0-102");
  CHECK(root.text_name(19, {0, 119}) == text_name(root.text_groups[1], 5) + "#0-118");
  std::vector<BlockOrdinal> begins;
  for (BlockOrdinal block = 0; block < 20; ++block) {
    if (root.begins_file(block)) begins.push_back(block);
  }
  CHECK(begins == std::vector<BlockOrdinal>{0, 3, 4, 7, 10, 13, 16, 19});
}

TEST_CASE("a chunk of the map tells where its text blocks are, where files have several") {
  Root root = small_root();
  root.blocks_per_file = 3;
  root.documents_per_chunk = 3;
  root.chunk_groups = {{0, 0}, {1, 0}};
  const std::vector<TextPlace> second{{14, 0}, {18, 0}};
  const std::vector<TextExtent> extents{{107, 114}, {221, 115}, {0, 9}, {9, 8}, {17, 7}};  // of blocks 14 to 18
  const Bytes payload = encode_map_chunk(root, 1, second, extents);
  std::vector<TextPlace> places;
  std::vector<TextExtent> all;
  CHECK(parse_map_chunk("documents/m.bin", payload, root, 1, places, all));
  CHECK(places == second);
  REQUIRE(all.size() == 20);
  CHECK(all[13] == TextExtent());
  CHECK(std::equal(extents.begin(), extents.end(), all.begin() + 14));
  SECTION("others may tell the same") {
    CHECK(parse_map_chunk("documents/m.bin", payload, root, 1, places, all));
  }
  SECTION("but nothing else") {
    all[16].size = 10;
    const Status refused = parse_map_chunk("documents/m.bin", payload, root, 1, places, all);
    CHECK(refused.error().kind == ErrorKind::kDamaged);
    CHECK(refused.error().where == "documents/m.bin");
  }
  SECTION("nor of blocks that are not there") {
    root.group_ends[1].block = 18;
    CHECK_FALSE(parse_map_chunk("documents/m.bin", payload, root, 1, places, all));
  }
}

TEST_CASE("a chunk of the map counts from the first block of its group") {
  Root root = small_root();
  root.chunk_groups = {{0, 0}, {0, 1}, {1, 0}};
  CHECK(root.chunk_begin(1) == 0);
  CHECK(root.chunk_begin(2) == 4);
}

TEST_CASE("a root of another version is unsupported, and says what to do") {
  Bytes payload = encode_root(small_root());
  payload[3] = kFormatVersion + 1;
  const Result<Root> parsed = parse_root(kRootName, payload);
  REQUIRE_FALSE(parsed);
  CHECK(parsed.error().kind == ErrorKind::kUnsupported);
  CHECK(parsed.error().where == kRootName);
  CHECK_FALSE(parsed.error().remedy.empty());
}

TEST_CASE("another file's bytes are no root") {
  Bytes payload = encode_root(small_root());
  payload[0] = 'X';
  CHECK(parse_root(kRootName, payload).error().kind == ErrorKind::kDamaged);
}

TEST_CASE("every truncated root is refused, and so is one with bytes behind it") {
  Bytes payload = encode_root(small_root());
  for (std::size_t size = 0; size < payload.size(); ++size) {
    INFO("cut to " << size);
    CHECK_FALSE(parse_root(kRootName, ByteView(payload).first(size)));
  }
  payload.push_back(0);
  CHECK_FALSE(parse_root(kRootName, payload));
}

TEST_CASE("a page of the table has as many blocks as it should") {
  Root root = small_root();
  const Bytes three = encode_term_page({{"", "x", "xy"}, std::vector<ContentHash>(3)});
  root.blocks_per_page = 3;
  root.term_blocks = 15;
  BlockTable page;
  CHECK(parse_term_page("terms/p.bin", three, root, 4, page));
  CHECK(page.separators == std::vector<std::string>{"", "x", "xy"});
  root.term_blocks = 14;
  const Status refused = parse_term_page("terms/p.bin", three, root, 4, page);
  CHECK(refused.error().where == "terms/p.bin");
  CHECK(page.empty());
  CHECK(parse_term_page("terms/p.bin", three, root, 3, page));
  for (std::size_t size = 0; size < three.size(); ++size) {
    CHECK_FALSE(parse_term_page("terms/p.bin", ByteView(three).first(size), root, 3, page));
  }
}

TEST_CASE("numbers that make no sense together are refused") {
  struct Case {
    const char* what;
    void (*spoil)(Root&);
  };
  const Case cases[] = {
      {"no documents a chunk", [](Root& root) { root.documents_per_chunk = 0; }},
      {"no text group",
       [](Root& root) {
         root.document_count = 0;
         root.text_groups.clear();
         root.group_ends.clear();
       }},
      {"groups that end before the one before them", [](Root& root) { root.group_ends[1].block = 3; }},
      {"a document behind the last block", [](Root& root) { root.group_ends[1].block = 18; }},
      {"chunks that are not there", [](Root& root) { root.documents_per_chunk = 4; }},
      {"more chunks than documents need",
       [](Root& root) {
         root.documents_per_chunk = 4;
         root.map_chunks.resize(3);
         root.chunk_groups = {{0, 0}, {0, 1}, {0, 2}};
       }},
      {"a chunk that begins behind the last group",
       [](Root& root) {
         root.documents_per_chunk = 4;
         root.map_chunks.resize(2);
         root.chunk_groups = {{0, 0}, {2, 0}};
       }},
      {"no text blocks a file", [](Root& root) { root.blocks_per_file = 0; }},
      {"places of more text blocks than there are",
       [](Root& root) {
         root.blocks_per_file = 2;
         root.extents = std::vector<TextExtent>(21, TextExtent{0, 9});
       }},
      {"no term blocks a page", [](Root& root) { root.blocks_per_page = 0; }},
      {"fewer term blocks than its pages have", [](Root& root) { root.blocks_per_page = 2, root.term_blocks = 8; }},
      {"more term blocks than its pages have", [](Root& root) { root.blocks_per_page = 2, root.term_blocks = 11; }},
      {"more term blocks than any memory has room for",
       [](Root& root) { root.blocks_per_page = 1u << 23, root.term_blocks = 5u << 23; }},
      {"more documents than any memory has room for",
       [](Root& root) {
         root.document_count = root.documents_per_chunk = 1u << 30;
       }},
      {"more blocks than any memory has room for",
       [](Root& root) {
         root.group_ends[1].block = 1u << 24;
       }},
      {"separators that descend",
       [](Root& root) { std::swap(root.terms.separators[1], root.terms.separators[3]); }},
      {"equal separators", [](Root& root) { root.terms.separators[2] = root.terms.separators[1]; }},
  };
  for (const Case& c : cases) {
    INFO(c.what);
    Root root = small_root();
    c.spoil(root);
    CHECK(is_refused(root));
  }
}

// A separator may repeat all of the one before it for two bytes: a megabyte could unfold to many
// gigabytes.
TEST_CASE("separators longer than any term are refused") {
  Root root = small_root();
  root.terms.separators = {"", std::string(2000, 'a'), std::string(2001, 'a')};
  root.terms.hashes.resize(3);
  CHECK(is_refused(root));
}

}  // namespace catchword::test
