// What is plain the lean and the full searcher answer alike, to the byte.
#include <catch2/catch.hpp>
#include <fstream>
#include <string>

#include "query/full_searcher.h"
#include "search/query.h"
#include "support/data.h"
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
  FullAnswer plain;
  static_cast<Answer&>(plain) = *answer;
  const std::string found = to_json(plain);
  const std::string expected = to_json(*full_answer);
  return found == expected ? "" : found + "\n" + expected;
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
          if (!is_plain(query)) continue;
          request.complete = *rc::gen::arbitrary<bool>();
          request.snippet = *rc::gen::inRange<std::size_t>(0, 300);
          request.passages = *rc::gen::inRange<std::size_t>(0, 5);
          const std::string found = difference(bundle, request);
          if (!found.empty()) RC_FAIL(found);
        }
      },
      60);
}

// tests/web/engine_full.test.mjs asks the page the same.
TEST_CASE("what readers type without meaning an operator is plain, what may be one is not") {
  std::ifstream cases(source_folder("tests/query") / "plain_queries.txt");
  std::size_t count = 0;
  for (std::string line; std::getline(cases, line); ++count) {
    INFO(line);
    CHECK(is_plain(line.substr(2)) == (line[0] == '+'));
  }
  CHECK(count == 56);
  CHECK(is_plain("\xFF\xFE"));
}

TEST_CASE("a question that is not plain is beyond the lean searcher") {
  const MemoryBundle bundle(build(small_collection()));
  Searcher lean = bundle.open_lean();
  Request request;
  request.query = "lamp";
  request.plain = false;
  Answer answer;
  REQUIRE(lean.search(request, answer));
  CHECK(answer.beyond);
}

}  // namespace catchword::test
