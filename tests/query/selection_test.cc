// Searches with filters, orders and facets: what the plain search finds, narrowed, ordered and counted
// by hand.
#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <set>

#include "query/column_fixture.h"
#include "query/full_searcher.h"
#include "search/query.h"
#include "support/documents.h"
#include "support/memory_bundle.h"
#include "support/property.h"

namespace catchword::test {
namespace {

Filter choice(std::string key, std::vector<std::string> values) {
  Filter filter;
  filter.kind = Filter::kAny;
  filter.key = std::move(key);
  filter.values = std::move(values);
  return filter;
}

// All of the filters hold.
Options filtered(std::vector<Filter> filters) {
  Options options;
  options.filter.children = std::move(filters);
  return options;
}

std::vector<std::string> ids(const FullAnswer& answer) {
  std::vector<std::string> ids;
  for (const SearchResult& result : answer.results) ids.emplace_back(result.id);
  return ids;
}

/// Records with words, so that each query finds some.
struct Library {
  std::vector<Document> documents;
  MemoryBundle bundle;
  FullSearcher searcher;

  explicit Library(std::vector<Document> all, const BuildOptions& options = {})
      : documents(std::move(all)), bundle(build(documents, options)), searcher(bundle.open()) {}

  FullAnswer search(std::string_view query, const Options& options, std::size_t limit = 1000) {
    Request request;
    request.query = query;
    request.limit = limit;
    const Result<FullAnswer> answer = bundle.search(searcher, request, options);
    if (!answer) throw std::runtime_error(answer.error().to_string());
    return *answer;
  }
};

std::vector<Document> library() {
  std::vector<Document> documents{
      make_record("0", "net", {"a"}, "10", "2001-05-01"), make_record("1", "net", {"b"}, "9", "2002"),
      make_record("2", "libs", {"a", "b"}, "100", "2003-01-09"), make_record("3", "libs", {}, "", ""),
      make_record("4", "games", {"a"}, "5", "2003-02")};
  const char* const texts[] = {"lamp oil", "lamp", "oil oil oil", "lamp wick oil", "wick"};
  for (std::size_t i = 0; i < documents.size(); ++i) {
    documents[i].title = "Record " + documents[i].id;
    documents[i].passages.push_back(make_passage("", std::string(texts[i]) + "\n"));
  }
  return documents;
}

// As it stands in a document: its section, or nothing.
std::string section_of(const Document& document) {
  const auto values = values_of(document, "section");
  return values.empty() ? "" : values.front();
}

}  // namespace

TEST_CASE("a filter keeps the results that it lets through, their order and their scores") {
  check_property(
      [] {
        std::vector<Document> documents = *arbitrary_documents(20);
        const std::vector<Document> records = *arbitrary_records(20);
        for (std::size_t i = 0; i < documents.size(); ++i) {
          documents[i].metadata = records[i % records.size()].metadata;
        }
        BuildOptions build_options;
        build_options.language = "en";
        Library library(std::move(documents), build_options);
        std::set<std::string> sections;
        for (const Document& document : library.documents) {
          if (!section_of(document).empty()) sections.insert(section_of(document));
        }
        if (sections.empty()) return;
        const std::string section = *rc::gen::elementOf(sections);
        const std::string query = *arbitrary_query();
        if (parse_query(query, false).empty()) return;  // lists all, see below
        const FullAnswer all = library.search(query, {});
        const FullAnswer some = library.search(query, filtered({choice("section", {section})}));
        std::vector<std::pair<std::string, std::uint32_t>> wanted;
        for (const SearchResult& result : all.results) {
          if (section_of(library.documents[result.document]) == section) {
            wanted.emplace_back(result.id, result.score);
          }
        }
        RC_ASSERT(some.total == wanted.size());
        RC_ASSERT(some.exact);
        for (std::size_t i = 0; i < wanted.size(); ++i) {
          RC_ASSERT(some.results[i].id == wanted[i].first);
          RC_ASSERT(some.results[i].score == wanted[i].second);
        }
      },
      60);
}

TEST_CASE("an empty query lists what the filter lets through, in the order of the input") {
  Library library(test::library());
  const FullAnswer answer = library.search("", filtered({choice("section", {"net", "libs"})}));
  CHECK(ids(answer) == std::vector<std::string>{"0", "1", "2", "3"});
  CHECK(answer.total == 4);
  CHECK(answer.complete == 4);
  CHECK(answer.exact);
  REQUIRE(answer.results[2].passages.size() == 1);
  CHECK(answer.results[2].passages[0].snippet.text == "oil oil oil");
  CHECK(answer.results[2].passages[0].snippet.marks.empty());
}

TEST_CASE("an empty query lists nothing unless something is asked for") {
  Library library(test::library());
  CHECK(library.search("", {}).total == 0);
  Options options;
  options.order = {{"title", true}};
  CHECK(ids(library.search("", options)) == std::vector<std::string>{"4", "3", "2", "1", "0"});
}

TEST_CASE("results stand in the order of a key, then of the next, those without a value last") {
  Library library(test::library());
  const auto ordered = [&](std::string_view query, std::vector<SortKey> order) {
    Options options;
    options.order = std::move(order);
    return ids(library.search(query, options));
  };
  using Ids = std::vector<std::string>;
  CHECK(ordered("", {{"size", false}}) == Ids{"4", "1", "0", "2", "3"});
  CHECK(ordered("", {{"size", true}}) == Ids{"2", "0", "1", "4", "3"});
  CHECK(ordered("", {{"date", true}}) == Ids{"4", "2", "1", "0", "3"});
  CHECK(ordered("", {{"section", false}, {"size", true}}) == Ids{"4", "2", "3", "0", "1"});
  CHECK(ordered("lamp", {{"section", true}, {"relevance", false}}) == Ids{"1", "0", "3"});
  CHECK(ordered("lamp", {{"relevance", false}}) == ids(library.search("lamp", {})));
}

TEST_CASE("pages of an ordered list follow one another") {
  Library library(test::library());
  Options options;
  options.order = {{"size", false}};
  std::vector<std::string> paged;
  for (std::size_t offset = 0; offset < 7; offset += 2) {
    Request request;
    request.offset = offset;
    request.limit = 2;
    const Result<FullAnswer> answer = library.bundle.search(library.searcher, request, options);
    REQUIRE(answer);
    CHECK(answer->total == 5);
    for (const std::string& id : ids(*answer)) paged.push_back(id);
  }
  CHECK(paged == std::vector<std::string>{"4", "1", "0", "2", "3"});
}

TEST_CASE("facets count what the words found, each without its own choice") {
  Library library(test::library());
  Options options = filtered({choice("section", {"net"}), choice("tags", {"a"})});
  options.facets = {{"section", 0, FacetRequest::kNoInterval}, {"tags", 0, FacetRequest::kNoInterval}};
  const FullAnswer answer = library.search("oil", options);
  CHECK(ids(answer) == std::vector<std::string>{"0"});
  const std::string json = to_json(answer);
  const std::string facets = json.substr(json.find("\"facets\""));
  CHECK(facets ==
        "\"facets\":{\"section\":{\"type\":\"text\",\"values\":[{\"value\":\"libs\",\"count\":1},"
        "{\"value\":\"net\",\"count\":1}],\"more\":0,\"missing\":0},"
        "\"tags\":{\"type\":\"list\",\"values\":[{\"value\":\"a\",\"count\":1}],\"more\":0,"
        "\"missing\":0}}}");
}

TEST_CASE("all facets are those of every key that may be filtered by") {
  Library library(test::library());
  Options options;
  options.all_facets = true;
  const FullAnswer answer = library.search("oil", options);
  std::vector<std::string> keys;
  for (const Facet& facet : answer.facets) keys.push_back(facet.key);
  CHECK(keys == std::vector<std::string>{"date", "section", "size", "tags"});
  CHECK(to_json(library.search("oil", {})).find("\"facets\"") == std::string::npos);
}

TEST_CASE("a beginning of very many words is counted to the last document, once something is asked for") {
  std::vector<Document> documents;
  for (int i = 0; i < 700; ++i) {
    const std::string number = std::to_string(i);
    documents.push_back(make_record(number, i % 7 == 0 ? "seventh" : "other", {}, "", ""));
    documents.back().passages.push_back(make_passage("", "pre" + number + "\n"));
  }
  BuildOptions options;
  options.term_block_bytes = 256;
  Library library(std::move(documents), options);
  CHECK_FALSE(library.search("p", {}).exact);
  const FullAnswer answer = library.search("p", filtered({choice("section", {"seventh"})}));
  CHECK(answer.exact);
  CHECK(answer.total == 100);
}

TEST_CASE("an unknown key is an error of usage, whether to filter, to count or to order") {
  Library library(test::library());
  const auto error_of = [&](const Options& options) {
    Request request;
    request.query = "oil";
    const Result<FullAnswer> answer = library.bundle.search(library.searcher, request, options);
    REQUIRE_FALSE(answer);
    CHECK(answer.error().kind == ErrorKind::kUsage);
    return answer.error().remedy;
  };
  CHECK(error_of(filtered({choice("sections", {"net"})})) == "Did you mean 'section'?");
  CHECK(error_of(filtered({choice("title", {"Record 0"})})) == "Did you mean 'date'?");
  Options counted;
  counted.facets = {{"tag", 0, FacetRequest::kNoInterval}};
  CHECK(error_of(counted) == "Did you mean 'tags'?");
  Options ordered;
  ordered.order = {{"dat", false}};
  CHECK(error_of(ordered) == "Did you mean 'date'?");
}

TEST_CASE("a bundle describes its keys") {
  Library library(test::library());
  for (;;) {
    const Result<ContentDescription> description = library.searcher.describe();
    REQUIRE(description);
    if (description->missing.empty()) {
      CHECK(to_json(*description) ==
            "{\"documents\":5,\"languages\":[],\"keys\":["
            "{\"key\":\"date\",\"type\":\"date\",\"facet\":true,\"sort\":true,\"min\":\"2001-05-01\","
            "\"max\":\"2003-02\"},"
            "{\"key\":\"section\",\"type\":\"text\",\"facet\":true,\"sort\":true},"
            "{\"key\":\"size\",\"type\":\"number\",\"facet\":true,\"sort\":true,\"min\":\"5\","
            "\"max\":\"100\"},"
            "{\"key\":\"tags\",\"type\":\"list\",\"facet\":true,\"sort\":true},"
            "{\"key\":\"title\",\"type\":\"text\",\"facet\":false,\"sort\":true}]}");
      return;
    }
    for (const std::string& name : description->missing) {
      REQUIRE(library.searcher.supply(name, library.bundle.files.at(name)));
    }
  }
}

}  // namespace catchword::test
