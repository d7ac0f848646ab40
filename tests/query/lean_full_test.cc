// The lean searcher knows what is beyond it; all else it and the full one answer alike, to the byte.
#include <catch2/catch.hpp>
#include <string>

#include "query/full_searcher.h"
#include "search/query.h"
#include "support/documents.h"
#include "support/memory_bundle.h"
#include "support/property.h"

namespace catchword::test {
namespace {

std::string difference(const MemoryBundle& bundle, const Request& request) {
  Searcher lean = bundle.open_lean();
  FullSearcher full = bundle.open();
  const Result<Answer> answer = bundle.search(lean, request);
  const Result<FullAnswer> full_answer = bundle.search(full, request);
  REQUIRE(answer.ok());
  REQUIRE(full_answer.ok());
  if (answer->beyond) return {};
  const std::string expected = to_json(*full_answer);
  return to_json(*answer) == expected ? "" : to_json(*answer) + "\n" + expected;
}

}  // namespace

TEST_CASE("the lean and the full searcher give the same bytes for every plain query") {
  check_property(
      [] {
        BuildOptions options;
        options.language = *rc::gen::element<std::string>("en", "");
        options.term_block_bytes = *rc::gen::element<std::size_t>(16, 4096);
        const MemoryBundle bundle(build(*arbitrary_documents(12), options));
        for (int i = 0; i < 8; ++i) {
          const std::string query = *arbitrary_query();
          Request request;
          request.query = query;
          request.complete = *rc::gen::arbitrary<bool>();
          request.snippet = *rc::gen::inRange<std::size_t>(0, 300);
          request.passages = *rc::gen::inRange<std::size_t>(0, 5);
          const std::string found = difference(bundle, request);
          if (!found.empty()) RC_FAIL(found);
        }
      },
      60);
}

TEST_CASE("what readers type without meaning an operator is plain") {
  for (const char* query :
       {"", "lamp oil", "what is a lamp?", "state-of-the-art", "--amend", "- x",
        "std::vector", "a::b", "http://example.org", "note: this", "a = b", "*args", "**kwargs", "c++",
        "$100", "printf()", "main(argc, argv)", "f(x) g", "2 * 3", "or and not near", "ORACLE",
        "XOR", "a or b", "?", "why??", "~", "\xFF\xFE", "x -", "==", "(lamp oil)", "NEARBY", "-", "="}) {
    INFO(query);
    CHECK(is_plain(query));
  }
}

TEST_CASE("what may be an operator is beyond the lean searcher") {
  for (const char* query :
       {"cats -dogs", "-dogs", "(-dogs)", "cats -\"big dogs\"", "cats OR dogs", "OR(dogs)", "a AND b",
        "NOT a", "a NEAR/5 b", "a NEAR b", "title:lamp", "date:2001..2003", "size:>100", "lamp*",
        "\"lamp oil\" wick", "\u201Clamp", "\u00ABlamp oil\u00BB", "la*p", "l?mp", "lamp~", "lamp~2", "=lamp", "(=lamp)"}) {
    INFO(query);
    CHECK_FALSE(is_plain(query));
  }
}

TEST_CASE("whoever asks for more than words is sent to the full searcher") {
  const MemoryBundle bundle(build(small_collection()));
  Searcher lean = bundle.open_lean();
  const auto is_beyond = [&](const Request& request) {
    const Result<Answer> answer = lean.search(request);
    REQUIRE(answer.ok());
    return to_json(*answer) == "{\"beyond\":true}";
  };
  Request request;
  request.query = "lamp";
  CHECK_FALSE(is_beyond(request));
  const std::uint8_t option = 4;
  SECTION("options") { request.options = ByteView(&option, 1); }
  SECTION("suggestions") { request.verb = Verb::kSuggest; }
  SECTION("a description") { request.verb = Verb::kDescribe; }
  SECTION("an operator") { request.query = "lamp -oil"; }
  CHECK(is_beyond(request));
}

}  // namespace catchword::test
