// Front matter: where the block ends, what damage costs.
#include <catch2/catch.hpp>

#include "document/markdown/front_matter.h"

namespace catchword {
namespace {

TEST_CASE("front matter: the body begins behind the closing line") {
  const std::string text = "---\ntitle: A\n---\nBody";
  CHECK(text.substr(parse_front_matter(text).body) == "Body");
  const std::string dots = "---\ntitle: A\n...\nBody";
  CHECK(dots.substr(parse_front_matter(dots).body) == "Body");
}

TEST_CASE("front matter: no block, no body to skip") {
  for (const char* text : {"", "---", "---\n", "----\na: b\n----\n", "text\n---\na: b\n---\n", "--- x\na: b\n---\n",
                           "---\njust a scalar\n---\n", "---\n- a list\n---\n", "+++\n[broken\n+++\n"}) {
    INFO(text);
    const FrontMatter found = parse_front_matter(text);
    CHECK(found.body == 0);
    CHECK(found.title.empty());
    CHECK(found.metadata.empty());
  }
}

TEST_CASE("front matter: an empty block is one") {
  CHECK(parse_front_matter("---\n---\nBody").body == 8);
}

TEST_CASE("front matter: damage is named with its line, and the block is not text") {
  const FrontMatter found = parse_front_matter("---\ntitle: A\nb: [\n---\nBody");
  CHECK_FALSE(found.problem.empty());
  CHECK(found.problem_line >= 3);
  CHECK(found.body > 0);
}

// toml++ 3.3 takes for certain that such input can't be: a debug build stopped at it, and an
// optimised one might have done anything.
TEST_CASE("front matter: TOML that its parser does not expect is damage like any other") {
  for (const std::string line : {"date = é", "date = ÿ", "date = ж", "date = \xC2\xA1", "date = 港", "[ÿ", "[=]",
                                 "[!x]", "[[=]]", "= 3", "é = 3", "a.= 3", "a = [é", "a = {é", "[a", "[", "[["}) {
    const FrontMatter found = parse_front_matter("+++\nkey = 1\n" + line + "\n+++\nBody");
    INFO(line);
    CHECK(found.problem_line >= 3);
    CHECK(found.body > 0);
  }
}

TEST_CASE("front matter: search and draft as words of YAML") {
  CHECK_FALSE(parse_front_matter("---\nsearch: no\n---\n").search);
  CHECK_FALSE(parse_front_matter("---\nsearch: False\n---\n").search);
  CHECK(parse_front_matter("---\nsearch: true\n---\n").search);
  CHECK(parse_front_matter("---\ndraft: yes\n---\n").draft);
  CHECK_FALSE(parse_front_matter("+++\nsearch = false\n+++\n").search);
}

TEST_CASE("front matter: `search` as a map is metadata like any other") {
  const FrontMatter found = parse_front_matter("---\nsearch:\n  boost: 2\n---\n");
  CHECK(found.search);
  REQUIRE(found.metadata.size() == 1);
  CHECK(found.metadata[0].key == "search.boost");
}

}  // namespace
}  // namespace catchword
