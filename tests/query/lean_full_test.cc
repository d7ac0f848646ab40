// What is plain all three searchers answer alike, to the byte, as far as the lean one can tell.
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

// As the full searcher would say it.
template <class PlainAnswer>
std::string json_of(const PlainAnswer& answer) {
  FullAnswer full;
  static_cast<PlainAnswer&>(full) = answer;
  return to_json(full);
}

std::string difference(const MemoryBundle& bundle, const Request& request) {
  Searcher lean = bundle.open_lean();
  Speller speller = bundle.open_speller();
  FullSearcher full = bundle.open();
  const Result<Answer> lean_answer = bundle.search(lean, request);
  const Result<CorrectedAnswer> spelled_answer = bundle.search(speller, request);
  const Result<FullAnswer> full_answer = bundle.search(full, request);
  REQUIRE(lean_answer.ok());
  REQUIRE(spelled_answer.ok());
  REQUIRE(full_answer.ok());
  const std::string expected = to_json(*full_answer);
  const std::string spelled = json_of(*spelled_answer);
  if (spelled != expected) return "the speller: " + spelled + "\n" + expected;
  if (lean_answer->beyond == Beyond::kSpeller) return {};
  const std::string found = json_of(*lean_answer);
  return found == expected ? "" : "the lean one: " + found + "\n" + expected;
}

}  // namespace

TEST_CASE("all searchers give the same bytes for every plain query") {
  check_property(
      [] {
        BuildOptions options;
        options.language = *rc::gen::element<std::string>("en", "");
        options.term_block_bytes = *rc::gen::element<std::size_t>(16, 4096);
        options.term_table.most_in_root = *rc::gen::element<std::size_t>(1, 1024);
        options.term_table.page = *rc::gen::element<std::uint32_t>(2, 3);
        const MemoryBundle bundle(build(*arbitrary_documents(12), options));
        for (int i = 0; i < 8; ++i) {
          std::string query = *arbitrary_query();
          if (*rc::gen::arbitrary<bool>()) query.erase(*rc::gen::inRange<std::size_t>(0, query.size()), 1);
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
  CHECK(count == 82);
  CHECK(is_plain("\xFF\xFE"));
}

TEST_CASE("a question that is not plain only the full searcher can tell") {
  const MemoryBundle bundle(build(small_collection()));
  Searcher lean = bundle.open_lean();
  Speller speller = bundle.open_speller();
  Request request;
  request.query = "lamp";
  request.plain = false;
  Answer answer;
  REQUIRE(lean.search(request, answer));
  CHECK(answer.beyond == Beyond::kFull);
  CorrectedAnswer spelled;
  REQUIRE(speller.search(request, spelled));
  CHECK(spelled.beyond == Beyond::kFull);
}

}  // namespace catchword::test
