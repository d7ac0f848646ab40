// Where texts are cut and where documents begin.
#include "build/text_layout.h"

#include <map>
#include <set>

#include "base/utf8.h"
#include "build/content_hash.h"
#include "support/documents.h"
#include "support/property.h"

namespace catchword::test {
namespace {

std::string sentence(int number) {
  std::string text = "Sentence " + std::to_string(number * 2654435761u) + " says something";
  for (int i = 0; i < number % 7; ++i) text += " more " + std::to_string(number * i);
  return text + ".\n";
}

// A page of several passages of some forty lines.
Document page(int passages) {
  Document document = make_document("page", "A page", {});
  for (int i = 0; i < passages; ++i) {
    std::string text;
    for (int line = 0; line < 20 + i % 30; ++line) text += sentence(i * 1000 + line);
    document.passages.push_back(make_passage("Heading " + std::to_string(i * 31), text));
  }
  return document;
}

std::vector<std::uint64_t> ids_of(const std::vector<Document>& documents) {
  std::vector<std::uint64_t> ids;
  for (const Document& document : documents) ids.push_back(content_hash(document.id));
  return ids;
}

// The cuts of each passage: offsets where a piece begins.
std::map<std::uint32_t, std::set<std::uint32_t>> cuts_of(const DocumentLayout& layout) {
  std::map<std::uint32_t, std::set<std::uint32_t>> cuts;
  for (const Piece& piece : layout.pieces) cuts[piece.passage].insert(piece.begin);
  return cuts;
}

void require_whole(const Document& document, const DocumentLayout& layout) {
  std::vector<std::uint32_t> ends(document.passages.size(), 0);
  std::vector<bool> begun(document.passages.size(), false);
  std::uint32_t passage = 0;
  std::uint32_t block = 0;
  for (const Piece& piece : layout.pieces) {
    RC_ASSERT(piece.passage < document.passages.size());
    RC_ASSERT(piece.passage >= passage);
    RC_ASSERT(piece.block >= block);
    RC_ASSERT(piece.block < layout.block_count);
    RC_ASSERT(piece.begin == ends[piece.passage]);
    RC_ASSERT(piece.end >= piece.begin);
    const std::string& text = document.passages[piece.passage].text;
    RC_ASSERT(piece.end <= text.size());
    RC_ASSERT(piece.end == text.size() || !is_continuation(text[piece.end]));
    begun[piece.passage] = true;
    ends[piece.passage] = piece.end;
    passage = piece.passage;
    block = piece.block;
  }
  for (std::size_t i = 0; i < document.passages.size(); ++i) {
    RC_ASSERT(begun[i]);
    RC_ASSERT(ends[i] == document.passages[i].text.size());
  }
}

std::vector<DocumentLayout> cut_all(const std::vector<Document>& documents,
                                    const BlockSizes& sizes) {
  std::vector<DocumentLayout> layouts;
  for (const Document& document : documents) layouts.push_back(cut_document(document, sizes));
  return layouts;
}

BlockSizes arbitrary_sizes() {
  const auto least = *rc::gen::inRange<std::uint32_t>(1, 300);
  return {least, least + *rc::gen::inRange<std::uint32_t>(0, 400)};
}

}  // namespace

TEST_CASE("every byte of every passage is in exactly one piece, in order") {
  check_property([] {
    const Document document = (*arbitrary_documents(1))[0];
    require_whole(document, cut_document(document, arbitrary_sizes()));
  });
  check_property([] { require_whole(page(20), cut_document(page(20), arbitrary_sizes())); }, 20);
}

TEST_CASE("long lines are cut between words or characters, ill-formed ones anywhere") {
  const std::string texts[] = {std::string(20000, 'x'),
                               [] {
                                 std::string text;
                                 for (int i = 0; i < 8000; ++i) text += "漢";
                                 return text;
                               }(),
                               [] {
                                 std::string text;
                                 for (int i = 0; i < 4000; ++i) text += "words ";
                                 return text;
                               }()};
  for (const std::string& text : texts) {
    const Document document = make_document("a", "t", {make_passage("h", text + "\n")});
    const DocumentLayout layout = cut_document(document, {});
    CHECK(layout.pieces.size() > 1);
    require_whole(document, layout);
  }
}

TEST_CASE("blocks are of the size that was asked for") {
  const BlockSizes sizes;
  const DocumentLayout layout = cut_document(page(40), sizes);
  REQUIRE(layout.block_count > 5);
  std::vector<std::uint32_t> bytes(layout.block_count);
  for (const Piece& piece : layout.pieces) bytes[piece.block] += piece.end - piece.begin;
  for (std::uint32_t block = 0; block + 1 < layout.block_count; ++block) {
    CHECK(bytes[block] >= sizes.least / 2);
    CHECK(bytes[block] <= sizes.most + 1500);
  }
}

TEST_CASE("a document without passages has a block") {
  CHECK(cut_document(make_document("a", "t", {}), {}).block_count == 1);
  CHECK(cut_document(make_document("a", "t", {make_passage("", "")}), {}).block_count == 1);
}

TEST_CASE("a sentence changed in one passage leaves the cuts of most others") {
  const Document before = page(60);
  const auto old_cuts = cuts_of(cut_document(before, {}));
  for (const std::uint32_t edited : {0u, 20u, 40u}) {
    Document after = before;
    after.passages[edited].text.insert(0, "An edit that is new here.\n");
    auto new_cuts = cuts_of(cut_document(after, {}));
    std::size_t changed = 0;
    for (const auto& [passage, cuts] : old_cuts) {
      if (passage != edited && new_cuts[passage] != cuts) ++changed;
      if (passage < edited) CHECK(new_cuts[passage] == cuts);
    }
    INFO("edited " << edited);
    CHECK(changed <= 12);
  }
}

TEST_CASE("an edit of one document leaves the cuts of the others") {
  std::vector<Document> documents;
  for (int i = 0; i < 5; ++i) documents.push_back(page(5 + i));
  const auto before = cut_all(documents, {});
  documents[2].passages[1].text += "More.\n";
  const auto after = cut_all(documents, {});
  for (const std::size_t i : {0u, 1u, 3u, 4u}) CHECK(cuts_of(before[i]) == cuts_of(after[i]));
}

TEST_CASE("places are unique, ascend, and name the block in which a document begins") {
  check_property([] {
    auto documents = *arbitrary_documents(60);
    const BlockSizes sizes = arbitrary_sizes();
    auto layouts = cut_all(documents, sizes);
    const TextLayout layout = lay_out(ids_of(documents), layouts, sizes);
    TextPlace before;
    BlockOrdinal free = 0;  // blocks below are a document's own
    for (const DocumentLayout& one : layouts) {
      const bool first_of_all = &one == layouts.data();
      RC_ASSERT(first_of_all || one.place > before);
      const bool shares = !first_of_all && one.place.block == before.block;
      RC_ASSERT(one.place.slot == (shares ? before.slot + 1 : 0));
      RC_ASSERT(one.place.block + one.block_count <= layout.blocks);
      if (one.place.slot == 0) RC_ASSERT(one.place.block >= free);
      free = one.place.block + one.block_count;
      before = one.place;
    }
  });
}

TEST_CASE("one document more at the end moves no other") {
  check_property([] {
    auto documents = *arbitrary_documents(40);
    auto layouts = cut_all(documents, {});
    lay_out(ids_of(documents), layouts, {});
    std::vector<Document> more = documents;
    more.push_back(page(3));  // fills blocks of its own
    auto more_layouts = cut_all(more, {});
    lay_out(ids_of(more), more_layouts, {});
    for (std::size_t i = 0; i < layouts.size(); ++i) {
      RC_ASSERT(more_layouts[i].place == layouts[i].place);
    }
  });
}

}  // namespace catchword::test
