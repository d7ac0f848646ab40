// The Markdown reader: markdown_cases.txt, and what a file of cases can't show.
#include <catch2/catch.hpp>

#include "document/html/reader.h"
#include "document/markdown/reader.h"
#include "reader_cases.h"

namespace catchword::test {
namespace {

TEST_CASE("Markdown: every case gives its document") {
  check_cases(*make_markdown_reader(make_html_reader()), "markdown_cases.txt", 38);
}

TEST_CASE("Markdown: aliases that multiply end at a bound, and are reported") {
  std::string bomb = "---\na0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
  for (int i = 1; i < 9; ++i) {
    const std::string below = "*a" + std::to_string(i - 1);
    bomb += 'a' + std::to_string(i) + ": &a" + std::to_string(i) + " [" + below;
    for (int j = 0; j < 9; ++j) bomb += ", " + below;
    bomb += "]\n";
  }
  const std::string found =
      describe(*make_markdown_reader(make_html_reader()), "a.md", bomb + "---\nText.\n");
  CHECK(found.find("more than 10,000 values") != std::string::npos);
  CHECK(found.size() < 200'000);
}

// The text of a heading lies in memory of cmark's node for it, also after it got another parent:
// when that node was freed, many headings showed bytes of one another.
TEST_CASE("Markdown: many long headings keep their text") {
  std::string markdown;
  std::string expected;
  for (int i = 0; i < 300; ++i) {
    const std::string heading = std::string(80, static_cast<char>('a' + i % 26)) + std::to_string(i);
    markdown += "## " + heading + "\n\ntext\n\n";
    expected += "[2] " + heading + " #" + heading + "\n  text\n";
  }
  CHECK(describe(*make_markdown_reader(make_html_reader()), "a.md", markdown) ==
        "title: a.md\n" + expected);
}

TEST_CASE("Markdown: deep nesting is read") {
  const auto reader = make_markdown_reader(make_html_reader());
  const std::string quotes = std::string(2000, '>') + " deep\n";
  CHECK(describe(*reader, "a.md", quotes).find("deep") != std::string::npos);
  const std::string brackets = std::string(5000, '[') + "deep" + std::string(5000, ']');
  CHECK(describe(*reader, "a.md", brackets).find("deep") != std::string::npos);
}

}  // namespace
}  // namespace catchword::test
