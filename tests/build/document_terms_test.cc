// The words of one document: counts by field, places, and the block that has each most often.
#include "build/document_terms.h"

#include <map>

#include "support/documents.h"
#include "support/must.h"
#include "support/property.h"

namespace catchword::test {
namespace {

class Analyzed {
 public:
  explicit Analyzed(const Document& document, const BlockSizes& sizes = {},
                    std::vector<LinkText> links = {})
      : layout_(cut_document(document, sizes)),
        terms_(analyze(document, layout_, links, must(Languages::find({{document}}, "")), lexicon_)) {}

  [[nodiscard]] const DocumentTerms& terms() const { return terms_; }

  // Null for a word that the document lacks.
  const WordCount* find(std::string_view form) const {
    for (const WordCount& word : terms_.words) {
      if (lexicon_.form(word.form) == form) return &word;
    }
    return nullptr;
  }

  const WordCount& word(std::string_view form) const {
    REQUIRE(find(form) != nullptr);
    return *find(form);
  }

  std::vector<Position> positions(std::string_view form) const {
    const WordCount& found = word(form);
    return {terms_.positions.begin() + found.position_begin,
            terms_.positions.begin() + found.position_end};
  }

 private:
  Lexicon lexicon_;
  DocumentLayout layout_;
  DocumentTerms terms_;
};

Document sample() {
  Document document =
      make_document("a", "Lamp", {make_passage("The lamp", "A lamp and a Lamp.\n")});
  document.metadata.push_back({"author", {"Lamp Smith"}, true, false, false});
  document.metadata.push_back({"secret", {"hidden"}, false, false, false});
  return document;
}

bool counted(const WordCount& word, Field field) {
  return word.counts[std::countr_zero(static_cast<unsigned>(field))] > 0;
}

}  // namespace

TEST_CASE("a word is counted where it stands") {
  const Analyzed analyzed(sample(), {}, {{"a lamp", 3}});
  const WordCount& lamp = analyzed.word("lamp");
  for (const Field field : {kTitle, kHeading, kBody, kLinkText, kMetadata}) {
    INFO(int{field});
    CHECK(counted(lamp, field));
  }
  CHECK(lamp.counts[0] == 1);
  CHECK(lamp.counts[2] == 2);
  CHECK(lamp.counts[3] == 3);  // as often as links say it
  CHECK_FALSE(counted(analyzed.word("and"), kTitle));
  CHECK(analyzed.find("hidden") == nullptr);
  CHECK(analyzed.terms().lengths == std::array<std::uint32_t, kFieldCount>{1, 2, 5, 0, 2});
}

TEST_CASE("a term that a line defines counts as a heading, where it stands") {
  Document document = make_document("a", "Math", {make_passage("", "round off a lot\nlog of x, round\n")});
  document.passages.front().terms = {{0, 5}, {16, 19}};
  const Analyzed analyzed(document);
  CHECK(analyzed.word("round").counts[1] == 1);
  CHECK(counted(analyzed.word("round"), kBody));
  CHECK(analyzed.word("log").counts[1] == 1);
  CHECK_FALSE(counted(analyzed.word("log"), kBody));
  CHECK_FALSE(counted(analyzed.word("off"), kHeading));
  CHECK(analyzed.positions("log") == std::vector<Position>{2 * kPlacesPerLine});  // behind the title and a line
}

TEST_CASE("a passage's weight multiplies its words") {
  Document document = sample();
  document.passages[0].weight = 5;
  CHECK(Analyzed(document).word("lamp").counts[2] == 10);
}

TEST_CASE("places ascend, side by side within a text and apart between texts") {
  const Analyzed analyzed(sample());
  const auto lamp = analyzed.positions("lamp");
  CHECK(lamp.size() == 5);
  CHECK(std::is_sorted(lamp.begin(), lamp.end()));
  const auto the = analyzed.positions("the");
  CHECK(std::count(lamp.begin(), lamp.end(), the[0] + 1) == 1);
  // "Lamp" ends the title; no word of another text follows it.
  for (const char* form : {"the", "a", "smith", "lamp"}) {
    for (const Position position : analyzed.positions(form)) CHECK(position != lamp[0] + 1);
  }
}

TEST_CASE("a link's text has no places") {
  const Analyzed analyzed(sample(), {}, {{"elsewhere", 1}});
  CHECK(analyzed.positions("elsewhere").empty());
  CHECK(counted(analyzed.word("elsewhere"), kLinkText));
}

TEST_CASE("the best block is the one with the word most often, the first of equals") {
  Document document = make_document("a", "t", {});
  const char* const lines[] = {"x y\n", "x x z\n", "x x z\n", "y\n"};
  for (const char* line : lines) document.passages.push_back(make_passage("", line));
  document.passages[3].text += std::string(2000, '.') + "\n";  // no small tail that is joined
  const BlockSizes sizes{1, 4};
  const DocumentLayout layout = cut_document(document, sizes);
  REQUIRE(layout.pieces.back().block >= 3);
  const Analyzed analyzed(document, sizes);
  const auto block_of = [&](std::uint32_t passage) {
    for (const Piece& piece : layout.pieces) {
      if (piece.passage == passage) return piece.block;
    }
    return 0u;
  };
  CHECK(analyzed.word("x").best_block == block_of(1));
  CHECK(analyzed.word("z").best_block == block_of(1));
  CHECK(analyzed.word("y").best_block == block_of(0));
}

TEST_CASE("every form is one word, with ascending places and a count") {
  check_property([] {
    const Document document = (*arbitrary_documents(1))[0];
    const Analyzed analyzed(document, {60, 200});
    std::map<FormId, int> seen;
    for (const WordCount& word : analyzed.terms().words) {
      RC_ASSERT(++seen[word.form] == 1);
      RC_ASSERT(word.counts != FieldCounts{});
      RC_ASSERT(word.position_begin <= word.position_end);  // chains have no places
      for (std::uint32_t i = word.position_begin + 1; i < word.position_end; ++i) {
        RC_ASSERT(analyzed.terms().positions[i - 1] < analyzed.terms().positions[i]);
      }
    }
  });
}

}  // namespace catchword::test
