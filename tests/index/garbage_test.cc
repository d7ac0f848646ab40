// Content that makes no sense behind a checksum that is right: an error, or a block within its
// bounds; never a crash, a hang or memory without end.
#include <algorithm>
#include <span>

#include "index/position_block.h"
#include "index/root.h"
#include "index/term_block.h"
#include "index/text_block.h"
#include "support/decoded.h"
#include "support/garbage.h"
#include "support/property.h"
#include "support/terms.h"

namespace catchword::test {
namespace {

constexpr std::string_view kGarbageName = "file.bin";

void require_named(const Error& error) { test::require_named(error, kGarbageName); }

// Sound postings. One assertion for all of a term: a block of a few bytes may have millions of postings.
bool are_sound(std::span<const Posting> postings, std::uint32_t documents) {
  DocId next = 0;
  for (const Posting& posting : postings) {
    if (posting.document < next || posting.document >= documents || posting.impact >= kImpactLevels ||
        posting.fields == 0 || posting.fields >= 1 << kFieldCount) {
      return false;
    }
    next = posting.document + 1;
  }
  return true;
}

void require_sound(const TermBlock& block, std::uint32_t documents) {
  for (std::size_t i = 0; i < block.entries().size(); ++i) {
    const TermBlock::Entry& entry = block.entries()[i];
    if (i > 0) RC_ASSERT(TermKey::of(block.entries()[i - 1].term) < TermKey::of(entry.term));
    RC_ASSERT(are_sound(block.postings(entry), documents));
  }
}

void require_sound(const PositionList& list, const TermBlock::Entry& entry) {
  if (entry.term.completion) return;
  RC_ASSERT(list.starts.size() == entry.posting_count + std::size_t{1});
  RC_ASSERT(list.starts.back() == list.positions.size());
  for (std::size_t i = 0; i < entry.posting_count; ++i) {
    const auto positions = list.of(i);
    RC_ASSERT(std::is_sorted(positions.begin(), positions.end()));
  }
}

void try_terms(const Bytes& payload, std::uint32_t documents) {
  const Result<TermBlock> block = decode_term_block(kGarbageName, payload, documents);
  if (!block) return require_named(block.error());
  require_sound(*block, documents);
}

void try_positions(const Bytes& payload, const TermBlock& terms) {
  for (std::size_t i = 0; i < terms.entries().size(); ++i) {
    PositionList list;
    const Status decoded = decode_positions(kGarbageName, payload, terms, {}, i, i + 1, list);
    if (!decoded) {
      require_named(decoded.error());
    } else {
      require_sound(list, terms.entries()[i]);
    }
  }
}

void try_root(const Bytes& payload) {
  const Result<Root> root = parse_root(kGarbageName, payload);
  if (!root) return require_named(root.error());
  RC_ASSERT(root->terms.separators.size() == root->terms.hashes.size());
  RC_ASSERT(std::is_sorted(root->terms.separators.begin(), root->terms.separators.end()));
  RC_ASSERT(root->group_ends.size() == root->text_groups.size());
  if (root->text_blocks() > 0) RC_ASSERT(!root->text_name(root->text_blocks() - 1, {}).empty());
  if (!root->extents.empty()) RC_ASSERT(root->extents.size() == root->text_blocks());
  for (std::size_t chunk = 0; chunk < root->map_chunks.size(); ++chunk) {
    RC_ASSERT(root->chunk_begin(chunk) <= root->text_blocks());
  }
  const bool in_root = root->document_count <= root->documents_per_chunk;
  RC_ASSERT(root->places.size() == (in_root ? root->document_count : 0));
  for (const TextPlace& place : root->places) RC_ASSERT(place.block < root->text_blocks());
}

// Every view lies within the payload.
void try_text(const Bytes& payload) {
  const auto parts = parse_text_block(kGarbageName, payload);
  if (!parts) return require_named(parts.error());
  const std::string_view whole = as_text(payload);
  const auto within = [&](std::string_view text) {
    return text.empty() || (text.data() >= whole.data() &&
                            text.data() + text.size() <= whole.data() + whole.size());
  };
  for (const TextPart& part : *parts) {
    RC_ASSERT(within(part.id) && within(part.url) && within(part.title));
    for (const TextMetadata& entry : part.metadata) {
      RC_ASSERT(within(entry.key));
      for (const std::string_view value : entry.values) RC_ASSERT(within(value));
    }
    for (const TextPassage& passage : part.passages) {
      RC_ASSERT(within(passage.heading) && within(passage.anchor) && within(passage.text));
    }
  }
}

TermBlock decoded(const TermTable& table) {
  Result<TermBlock> block =
      decode_term_block(kGarbageName, encode_term_block(table.lists(), table.documents), table.documents);
  REQUIRE(block);
  return std::move(*block);
}

}  // namespace

TEST_CASE("a term block of any bytes is an error or sound") {
  check_property(
      [] {
        try_terms(arbitrary_bytes(), *rc::gen::element<std::uint32_t>(1, 100, 1u << 20));
      },
      300);
}

TEST_CASE("a spoiled term block is an error or sound") {
  check_property(
      [] {
        const TermTable table = arbitrary_terms();
        const Bytes payload = encode_term_block(table.lists(), table.documents);
        for (int i = 0; i < 10; ++i) try_terms(spoiled(payload), table.documents);
      },
      40);
}

TEST_CASE("a position block of any bytes is an error or sound") {
  check_property([] {
    const TermBlock terms = decoded(arbitrary_terms());
    for (int i = 0; i < 3; ++i) try_positions(arbitrary_bytes(), terms);
  });
}

TEST_CASE("a spoiled position block is an error or sound") {
  check_property(
      [] {
        const TermTable table = arbitrary_terms();
        const Bytes payload = encode_positions(table, arbitrary_positions(table));
        const TermBlock terms = decoded(table);
        for (int i = 0; i < 5; ++i) try_positions(spoiled(payload), terms);
      },
      50);
}

TEST_CASE("a root of any bytes is an error or sound") {
  check_property(
      [] {
        Bytes payload = arbitrary_bytes();
        if (*rc::gen::arbitrary<bool>()) {
          const Bytes magic{'C', 'W', 'R', kFormatVersion};
          payload.insert(payload.begin(), magic.begin(), magic.end());
        }
        try_root(payload);
      },
      1000);
}

TEST_CASE("a spoiled root is an error or sound") {
  Root root;
  root.document_count = 50;
  root.documents_per_chunk = 64;
  for (std::uint32_t i = 0; i < 50; ++i) root.places.push_back({i / 2, i % 2});
  root.languages = "en";
  root.unicode_version = "15.0";
  root.terms.separators = {"", "abc", "abd", "b", "ba", "banana"};
  root.terms.hashes.resize(6);
  root.text_groups.resize(3);
  root.group_ends = {{10, 0}, {20, 0}, {40, 0}};
  const Bytes payload = encode_root(root);
  check_property([&] { try_root(spoiled(payload)); }, 2000);
}

TEST_CASE("a text block of any bytes is an error or sound") {
  check_property([] { try_text(arbitrary_bytes()); }, 1000);
}

TEST_CASE("a spoiled text block is an error or sound") {
  const TextPart part{0, 1, "id", "url", "title", {{"k", {"v", "w"}}}, {{"h", "a", "text\n"}}};
  const std::vector<TextPart> parts(20, part);
  const Bytes payload = encode_text_block(parts);
  check_property([&] { try_text(spoiled(payload)); }, 2000);
}

}  // namespace catchword::test
