// Values in a query: what stands behind a key finds what the same filter lets through.
#include <catch2/catch.hpp>
#include <string>
#include <utility>
#include <vector>

#include "query/column_fixture.h"
#include "query/full_searcher.h"
#include "support/memory_bundle.h"
#include "support/property.h"

namespace catchword::test {
namespace {

/// A condition, typed and as a filter.
struct Condition {
  std::string typed;
  Filter filter;
};

Condition joined(Filter::Kind kind, std::string typed, std::vector<Filter> filters) {
  return {std::move(typed), {kind, "", {}, std::move(filters)}};
}

struct Key {
  std::string name;
  std::vector<std::string> values;  // that are there, that lie between and that cover others
};

Key arbitrary_key() {
  return *rc::gen::element(Key{"date", {"2001", "2002", "2002-09", "2002-09-30", "2002-10", "2003-01-01", "1999"}},
                           Key{"size", {"-3", "-2", "0", "2.5", "2.50", "007", "7", "1000000", "9999999"}},
                           Key{"section", {"net", "Net", "lib", "libs", "x11", "x11-wm", "zzz"}});
}

Condition arbitrary_value() {
  const Key key = arbitrary_key();
  const std::string value = *rc::gen::elementOf(key.values);
  const std::string other = *rc::gen::elementOf(key.values);
  const auto range = [&](std::string typed, std::string from, std::string to) {
    return Condition{key.name + ":" + typed, {Filter::kRange, key.name, {std::move(from), std::move(to)}, {}}};
  };
  switch (*rc::gen::inRange(0, 6)) {
    case 0: return range(value + ".." + other, value, other);
    case 1: return range(value + "..", value, "");
    case 2: return range(".." + value, "", value);
    case 3: return range(">=" + value, value, "");
    case 4: return range("<=" + value, "", value);
    default: return {key.name + ":" + value, {Filter::kAny, key.name, {value}, {}}};
  }
}

Condition arbitrary_condition(int depth) {
  if (depth == 0) return arbitrary_value();
  const Condition a = arbitrary_condition(depth - 1);
  const Condition b = arbitrary_condition(depth - 1);
  switch (*rc::gen::inRange(0, 4)) {
    case 0: return joined(Filter::kOr, "(" + a.typed + " OR " + b.typed + ")", {a.filter, b.filter});
    case 1: return joined(Filter::kAnd, "(" + a.typed + " AND " + b.typed + ")", {a.filter, b.filter});
    case 2: return joined(Filter::kNot, "-(" + a.typed + ")", {a.filter});
    default: return a;
  }
}

// Of each result its id, score and whether it is partial.
std::string results_of(const MemoryBundle& bundle, const std::string& query, const Options& options) {
  FullSearcher searcher = bundle.open();
  Request request;
  request.query = query;
  request.limit = 100;
  const Result<FullAnswer> answer = bundle.search(searcher, request, options);
  RC_ASSERT(answer.ok());
  std::string results = std::to_string(answer->total) + " " + std::to_string(answer->complete) + ":";
  for (const SearchResult& result : answer->results) {
    results += " " + std::string(result.id) + "/" + std::to_string(result.score) + (result.partial ? "p" : "");
  }
  return results;
}

std::vector<Document> without_words_of_keys(std::vector<Document> documents) {
  for (Document& document : documents) {
    for (Metadata& metadata : document.metadata) metadata.searchable = false;
  }
  return documents;
}

}  // namespace

TEST_CASE("a condition on values is a filter, beside words and alone") {
  check_property(
      [] {
        std::vector<Document> documents = *arbitrary_records(30);
        documents.push_back(make_record("all keys", "net", {}, "1", "2001"));
        const MemoryBundle bundle(build(without_words_of_keys(std::move(documents))));
        for (int i = 0; i < 8; ++i) {
          const Condition condition = arbitrary_condition(*rc::gen::inRange(0, 3));
          Options options;
          options.filter = joined(Filter::kAnd, "", {condition.filter}).filter;
          for (const std::string words : {"", "title ", "3 ", "3 title 4 ", "(3 OR 4) ", "title:7 ", "-3 ", "\"title 3\" ",
                                          "\"3 title\" "}) {
            RC_LOG() << words << condition.typed << "\n";
            RC_ASSERT(results_of(bundle, words + condition.typed, {}) == results_of(bundle, words, options));
          }
        }
      },
      20);
}

TEST_CASE("a bound that is left out is left out") {
  const MemoryBundle bundle(build(without_words_of_keys({make_record("a", "", {}, "1", "2001-01-01"),
                                                         make_record("b", "", {}, "2", "2001-12"),
                                                         make_record("c", "", {}, "3", "2002")})));
  const auto ids = [&](const std::string& query) { return results_of(bundle, query, {}); };
  CHECK(ids("size:>1") == "2 2: b/0 c/0");
  CHECK(ids("size:<3") == "2 2: a/0 b/0");
  CHECK(ids("date:>2001") == "1 1: c/0");
  CHECK(ids("date:<2001-12") == "1 1: a/0");
}

TEST_CASE("a range costs the directory and lists, and no word of the dictionary but its key's") {
  const MemoryBundle bundle(build(without_words_of_keys({make_record("a", "", {}, "1", "2001")})));
  FullSearcher searcher = bundle.open();
  Request request;
  request.query = "date:2001..2002";
  const Result<FullAnswer> answer = searcher.search(request);
  REQUIRE(answer.ok());
  CHECK(answer->missing.size() == 2);  // a block of terms, where the key's would stand, and the directory
}

}  // namespace catchword::test
