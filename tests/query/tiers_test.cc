// Partial matches behind a query with conditions: which follow, how they are counted, ordered, marked and
// explained.
#include "query/tiers.h"

#include <catch2/catch.hpp>

#include "query/column_fixture.h"
#include "query/full_searcher.h"
#include "support/documents.h"
#include "support/memory_bundle.h"

namespace catchword::test {
namespace {

std::vector<Document> tiered_library() {
  std::vector<Document> documents{
      make_record("near", "net", {"a"}, "10", "2001"), make_record("apart", "net", {"b"}, "9", "2002"),
      make_record("oil", "libs", {"a", "b"}, "100", "2003"), make_record("wick", "libs", {}, "5", "2004"),
      make_record("twice", "games", {"a"}, "1", "2000")};
  const char* const texts[] = {"the lamp oil burns", "oil for a lamp", "oil alone", "a wick", "lamp oil, wick and lamp oil"};
  for (std::size_t i = 0; i < documents.size(); ++i) {
    documents[i].passages.push_back(make_passage("", std::string(texts[i]) + "\n"));
  }
  return documents;
}

FullAnswer ask(Request request, const Options& options = {}) {
  static const MemoryBundle bundle(build(tiered_library(), {}));
  static FullSearcher searcher = bundle.open();
  const Result<FullAnswer> answer = bundle.search(searcher, request, options);
  REQUIRE(answer.ok());
  return *answer;
}

FullAnswer ask(std::string_view query, const Options& options = {}) {
  Request request;
  request.query = query;
  return ask(request, options);
}

// Ids by rank; those of partial matches behind a slash.
std::string ids_of(const FullAnswer& answer) {
  std::string ids;
  bool partial = false;
  for (const SearchResult& result : answer.results) {
    if (result.partial && !partial) ids += "/ ";
    partial = result.partial;
    ids.append(result.id) += ' ';
  }
  return ids;
}

Options ordered_by(std::string key, bool descending) {
  Options options;
  options.order.push_back({std::move(key), descending});
  return options;
}

}  // namespace

TEST_CASE("behind a phrase follow the documents with its words, told apart in the counts") {
  const FullAnswer answer = ask("\"lamp oil\"");
  CHECK(ids_of(answer) == "twice near / apart oil ");
  CHECK(answer.total == 4);
  CHECK(answer.complete == 2);
  CHECK_FALSE(answer.relaxed);
  CHECK(answer.interpretation == "\"lamp oil\"");
  CHECK(answer.words == "lamp oil");
}

TEST_CASE("words without conditions have no second tier, and neither have exclusions and values") {
  for (const char* query : {"lamp oil", "-wick", "date:2001", "lamp -wick"}) CHECK(ask(query).words.empty());
}

TEST_CASE("what is excluded or out of a range doesn't follow either") {
  CHECK(ids_of(ask("\"lamp oil\" -wick")) == "near / apart oil ");
  CHECK(ids_of(ask("\"lamp oil\" date:2001..2002")) == "near / apart ");
  CHECK(ids_of(ask("(lamp OR wick) date:2003..")) == "wick ");
}

TEST_CASE("pages of results reach from the first tier into the second") {
  Request request;
  request.query = "\"lamp oil\"";
  request.offset = 1;
  request.limit = 2;
  CHECK(ids_of(ask(request)) == "near / apart ");
}

TEST_CASE("partial matches follow in the order of a key, too") {
  CHECK(ids_of(ask("\"lamp oil\"", ordered_by("date", true))) == "near twice / oil apart ");
  CHECK(ids_of(ask("\"lamp oil\"", ordered_by("date", false))) == "twice near / apart oil ");
  CHECK(ids_of(ask("lamp oil ", ordered_by("date", true))) == "apart near twice / oil ");
}

TEST_CASE("facets count all that is found, and filters narrow both tiers") {
  Options options;
  options.facets.push_back({"section", 0, FacetRequest::kNoInterval});
  const FullAnswer all = ask("\"lamp oil\"", options);
  REQUIRE(all.facets.size() == 1);
  std::uint32_t counted = 0;
  for (const FacetValue& value : all.facets[0].values) counted += value.count;
  CHECK(counted == all.total);
  options.filter.children.push_back({Filter::kAny, "section", {"net"}, {}});
  const FullAnswer some = ask("\"lamp oil\"", options);
  CHECK(ids_of(some) == "near / apart ");
  CHECK(some.complete == 1);
}

TEST_CASE("each tier's results are marked by what found them") {
  const FullAnswer answer = ask("\"lamp oil\"");
  REQUIRE(answer.results.size() == 4);
  CHECK(answer.results[1].passages.at(0).snippet.marks == std::vector<Span>{{4, 8}, {9, 12}});
  CHECK(answer.results[2].passages.at(0).snippet.marks == std::vector<Span>{{0, 3}, {10, 14}});
}

TEST_CASE("a partial match is explained by the words that found it") {
  Options options;
  options.explain = true;
  const FullAnswer answer = ask("\"lamp oil\"", options);
  REQUIRE(answer.explanations.size() == answer.results.size());
  for (std::size_t i = 0; i < answer.results.size(); ++i) {
    std::uint32_t sum = answer.explanations[i].title + answer.explanations[i].complete;
    for (const WordExplanation& word : answer.explanations[i].words) sum += word.score;
    CHECK(sum == answer.results[i].score);
    CHECK_FALSE(answer.explanations[i].words.empty());
  }
}

}  // namespace catchword::test
