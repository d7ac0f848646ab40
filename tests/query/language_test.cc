// The query language by one-line cases: what is typed, how it is understood, which documents answer.
#include <algorithm>
#include <catch2/catch.hpp>
#include <deque>
#include <fstream>
#include <string>
#include <vector>

#include "query/expression.h"
#include "query/full_searcher.h"
#include "support/data.h"
#include "support/documents.h"
#include "support/memory_bundle.h"
#include "support/property.h"

namespace catchword::test {
namespace {

Metadata searchable(std::string key, std::vector<std::string> values) {
  Metadata entry;
  entry.key = std::move(key);
  entry.values = std::move(values);
  entry.searchable = true;
  return entry;
}

// A value that readers may narrow by; its words are not in the index.
Metadata value(std::string key, std::string text, MetadataType type) {
  Metadata entry;
  entry.key = std::move(key);
  entry.values = {std::move(text)};
  entry.searchable = false;
  entry.filter = entry.sort = true;
  entry.type = type;
  return entry;
}

Metadata date(std::string day) { return value("date", std::move(day), MetadataType::kDate); }
Metadata size(std::string number) { return value("size", std::move(number), MetadataType::kNumber); }
Metadata shelf(std::string name) { return value("Shelf", std::move(name), MetadataType::kText); }

Document with(Document document, std::vector<Metadata> metadata) {
  document.metadata = std::move(metadata);
  return document;
}

// What the cases ask.
std::vector<Document> pets() {
  return {
      with(make_document("cats", "Cats", {make_passage("", "cats sleep all day and purr")}),
           {searchable("author", {"Dai Bingguo"}), searchable("topic", {"pets"}), date("2001-09-11"),
            size("100"), shelf("Top left")}),
      with(make_document("dogs", "Dogs", {make_passage("", "dogs bark at night, big dogs")}),
           {searchable("author", {"Anna Dai"}), searchable("topic", {"pets", "noise"}), date("2001-09"),
            size("250"), shelf("top right")}),
      with(make_document("both", "Pets", {make_passage("Feeding", "cats and dogs are fed at noon")}),
           {searchable("author", {"Bingguo Li"}), date("2003"), size("-5"), shelf("Cellar")}),
      with(make_document("mice", "House mice", {make_passage("", "mice fear cats; a mouse hides all day")}),
           {date("2002-10-01"), size("2.50")}),
      make_document("price", "Prices", {make_passage("", "a bowl costs $100, a c++ book 12:30")}),
      make_document("code", "parse_config", {make_passage("", "std::vector and parse_config(x) in wxWidget --dry-run")}),
      make_document("accent", "Café", {make_passage("", "the café and the cafe, naïve")}),
      make_document("colour", "Colour", {make_passage("", "colour or color, grey or gray, dialog dialogue")}),
      with(make_document("zh", "灯油", {make_passage("", "灯油上升。")}), {searchable("DC.date", {"winter"})}),
  };
}

const MemoryBundle& bundle() {
  static const MemoryBundle made([] {
    BuildOptions options;
    options.language = "en";
    return build(pets(), options);
  }());
  return made;
}

FullAnswer ask(std::string_view query, const Options& options = {}) {
  static std::deque<FullSearcher> searchers;  // results borrow from them
  FullSearcher& searcher = searchers.emplace_back(bundle().open());
  Request request;
  request.query = query;
  const Result<FullAnswer> answer = bundle().search(searcher, request, options);
  REQUIRE(answer.ok());
  return *answer;
}

// Ids by rank; those of partial matches behind a slash.
std::string documents_of(const FullAnswer& answer) {
  std::string ids;
  bool partial = false;
  for (const SearchResult& result : answer.results) {
    if (result.partial && !partial) ids += ids.empty() ? "/" : " /";
    partial = result.partial;
    ids.append(ids.empty() ? "" : " ").append(result.id);
  }
  return ids;
}

std::string case_of(const std::string& query) {
  const FullAnswer answer = ask(query);
  return query + " | " + (answer.relaxed ? "~ " : "") + answer.interpretation + " | " + documents_of(answer);
}

std::vector<std::string> cases() {
  std::vector<std::string> lines;
  std::ifstream file(source_folder("tests/query") / "language_cases.txt");
  for (std::string line; std::getline(file, line);) {
    if (!line.empty() && line[0] != '#') lines.push_back(line);
  }
  return lines;
}

std::string query_of(const std::string& line) { return line.substr(0, line.find(" | ")); }

}  // namespace

TEST_CASE("the query language: every case is understood and answered so") {
  const std::vector<std::string> lines = cases();
  REQUIRE(lines.size() >= 200);
  for (const std::string& line : lines) CHECK(case_of(query_of(line)) == line);
}

TEST_CASE("the query language: how a query was understood is understood so") {
  for (const std::string& line : cases()) {
    const std::string text = ask(query_of(line)).interpretation;
    INFO(line);
    CHECK(ask(text).interpretation == text);
  }
}

TEST_CASE("the query language: where documents are listed, words are left out of these") {
  Options by_title;
  by_title.order = {{"title", false}};
  const FullAnswer others = ask("-cats", by_title);
  CHECK(others.interpretation == "-cats");
  CHECK(documents_of(others) == "accent colour dogs code price zh");
}

TEST_CASE("the query language: nothing is an error, and everything ends") {
  check_property(
      [] {
        const std::vector<std::string> pieces{"cats", "dogs", "(", ")", "\"", "-", "=", "~", "~2", "*", "?", ":",
                                              "title:", "author:", "OR", "AND", "NOT", "NEAR/3", "..", ">", " ",
                                              " ", "\xFF", "灯"};
        std::string query;
        for (const auto& piece : *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(pieces))) {
          query += piece;
        }
        const std::string text = to_query(parse_expression(query, true));
        RC_ASSERT(to_query(parse_expression(text, true)) == text);
        ask(query);
      },
      300);
}

TEST_CASE("the query language: of many words that end so the likeliest count, and the answer says that there are more") {
  std::vector<Document> documents;
  std::string all;
  for (int i = 0; i < 20; ++i) {
    const std::string word = std::string(1, static_cast<char>('a' + i)) + "line";
    documents.push_back(make_document(word, i < 16 ? word : "page", {make_passage("", word)}));
    all += word + " ";
  }
  documents.push_back(make_document("all", "all", {make_passage("", all)}));
  const MemoryBundle lines(build(documents, {}));
  FullSearcher searcher = lines.open();
  Request request;
  request.query = "*line -all";
  request.limit = 100;
  const Result<FullAnswer> many = lines.search(searcher, request);
  REQUIRE(many.ok());
  CHECK(many->total == 16);
  CHECK_FALSE(many->exact);
  request.query = "*gline";
  const Result<FullAnswer> one = lines.search(searcher, request);
  REQUIRE(one.ok());
  CHECK(documents_of(*one) == "gline all");
  CHECK(one->exact);
}

TEST_CASE("the query language: what a condition leaves of a word's documents is counted exactly") {
  for (const char* query : {"title:cats", "heading:cats -dogs", "title:mice OR cats", "=cats", "text:=cats"}) {
    CHECK(ask(query).exact);
  }
}

TEST_CASE("the query language: very deep and very long queries are read as far as is sensible") {
  const std::string open(100000, '(');
  CHECK(documents_of(ask(open + "cats")).empty());
  CHECK(ask("(((((((cats)))))))").results.size() == 3);
  std::string many;
  for (int i = 0; i < 5000; ++i) many += "-=w" + std::to_string(i) + " ";
  CHECK(ask(many).total == pets().size());
}

}  // namespace catchword::test
