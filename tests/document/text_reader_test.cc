// The plain text reader: small cases, a folder of unlike files, and the two articles of an archive
// where they are at hand.
#include <catch2/catch.hpp>

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "document/text/reader.h"
#include "reader_cases.h"

namespace catchword::test {
namespace {

TEST_CASE("text: every case gives its document") {
  check_cases(*make_text_reader(), "text_cases.txt", 52);
}

TEST_CASE("text: a folder of unlike files is read sensibly") {
  const auto reader = make_text_reader();
  const std::vector<ReaderCase> cases = load_cases("text_fixture_cases.txt");
  REQUIRE(cases.size() >= 15);
  for (const ReaderCase& c : cases) {
    INFO(c.name);
    CHECK(describe(*reader, c.name, load_fixture("text_fixtures/" + c.name)) == c.expected);
  }
}

/// The content of a file in the folder of archive articles beside the judged data.
std::string load_seed(const std::string& name) {
  const char* data = std::getenv("CATCHWORD_DATA");
  std::ifstream file(std::string(data == nullptr ? "../shared/data" : data) + "/../seeds/" + name,
                     std::ios::binary);
  std::ostringstream content;
  content << file.rdbuf();
  return content.str();
}

Document read_one(const std::string& text) {
  Document found;
  make_text_reader()->read({"a.txt", text}, {[&](Document document) { found = std::move(document); },
                                             [](const Notice&) {}});
  return found;
}

TEST_CASE("text: a heading is one line, whatever lines its block has") {
  const std::string text =
      "Options\n=======\n\nThe lamp has four of them, and each is told below.\n\n"
      "4. It chooses the size of the sheet, for instance A0, and falls back to\n  A4 where the printer knows no other.\n"
      "- --quiet prints nothing but errors.\n\nLicense\n\nYou may climb the stairs twice a day, whatever the weather.\n\n"
      "5. It was then lit by a clock.\n\nThe clock stands in the hall and is wound on Sundays.\n";
  for (const Passage& passage : read_one(text).passages) {
    CHECK(passage.heading.find('\n') == std::string::npos);
  }
}

std::string value(const Document& document, const std::string& key) {
  for (const Metadata& metadata : document.metadata) {
    if (metadata.key == key && metadata.values.size() == 1) return metadata.values[0];
  }
  return {};
}

TEST_CASE("text: an article with author, office, numbered sections and a source line", "[skips]") {
  const std::string text = load_seed("000_94723770b228bdd8.txt");
  if (text.empty()) {
    WARN("skipped: no folder seeds beside CATCHWORD_DATA");
    return;
  }
  const Document article = read_one(text);
  CHECK(article.title.find("China's International Work") != std::string::npos);
  CHECK(value(article, "author") == "Dai Bingguo");
  CHECK(value(article, "office").find("Minister of the ") == 0);
  CHECK(value(article, "source") == "People's Daily");
  CHECK(value(article, "page") == "7");
  CHECK(value(article, "date") == "2002-10-11");
  REQUIRE(article.passages.size() == 4);
  CHECK(article.passages[0].heading.empty());
  for (size_t i = 1; i < 4; ++i) {
    CHECK(article.passages[i].heading.find(std::to_string(i) + ". ") == 0);
    CHECK(article.passages[i].heading.back() == '.');
    CHECK(article.passages[i].text.size() > 500);
  }
}

TEST_CASE("text: a dispatch of a series, with its reporter and place", "[skips]") {
  const std::string text = load_seed("003_18daf311347d4359.txt");
  if (text.empty()) {
    WARN("skipped: no folder seeds beside CATCHWORD_DATA");
    return;
  }
  const Document dispatch = read_one(text);
  CHECK(dispatch.title.find("Impressive Achievements") == 0);
  CHECK(dispatch.title.find("(CPC)") != std::string::npos);
  CHECK(value(dispatch, "author") == "Qi Bin");
  CHECK(value(dispatch, "role") == "reporter");
  CHECK(value(dispatch, "source") == "China News Service");
  CHECK(value(dispatch, "place") == "Beijing");
  CHECK(value(dispatch, "date") == "2002-10-28");
  CHECK(value(dispatch, "series").find("Approaching the Sixteenth") == 0);
}

TEST_CASE("text: files of one repeated line take linear time") {
  for (const std::string line : {"----\n", "1. x\n\n", "> \n", "a\n", "\f", "Title Case\n\n", "\x1B["}) {
    std::string text;
    while (text.size() < 2'000'000) text += line;
    INFO(line);
    CHECK_FALSE(describe(*make_text_reader(), "a.txt", text).empty());
  }
}

}  // namespace
}  // namespace catchword::test
