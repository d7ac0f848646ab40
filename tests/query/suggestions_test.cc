// Suggestions: the words that begin so, titles first, with exact counts.
#include "query/suggestions.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "support/documents.h"
#include "support/memory_bundle.h"

namespace catchword::test {
namespace {

std::vector<Suggestion> suggest(const MemoryBundle& bundle, std::string_view text, std::size_t limit = 8) {
  FullSearcher searcher = bundle.open();
  for (;;) {
    const Result<Suggestions> suggestions = searcher.suggest(text, limit);
    REQUIRE(suggestions);
    if (suggestions->missing.empty()) return suggestions->list;
    for (const std::string& name : suggestions->missing) {
      REQUIRE(searcher.supply(name, bundle.files.find(name)->second));
    }
  }
}

std::vector<std::string> texts(const std::vector<Suggestion>& suggestions) {
  std::vector<std::string> found;
  for (const Suggestion& suggestion : suggestions) found.push_back(suggestion.text);
  return found;
}

using Texts = std::vector<std::string>;

const MemoryBundle& pages() {
  static const MemoryBundle bundle([] {
    std::vector<Document> documents;
    for (const char* id : {"a", "b", "c"}) {
      documents.push_back(make_document(id, "Page", {make_passage("", "table tables café pg_stat")}));
    }
    documents.push_back(make_document("d", "Tablespace", {make_passage("", "tables tabling")}));
    return build(documents);
  }());
  return bundle;
}

}  // namespace

TEST_CASE("words of titles come first, then those of most documents") {
  const std::vector<Suggestion> found = suggest(pages(), "tab");
  CHECK(texts(found) == Texts{"tablespace", "tables", "table"});
  CHECK(found[0].count == 1);
  CHECK(found[1].count == 4);
  CHECK(found[2].count == 3);
  CHECK(texts(suggest(pages(), "tab", 1)) == Texts{"tablespace"});
  CHECK(suggest(pages(), "tab", 0).empty());
}

TEST_CASE("the last word is completed, behind what stands before it") {
  CHECK(texts(suggest(pages(), "Page tabl", 2)) == Texts{"Page tablespace", "Page tables"});
  CHECK(texts(suggest(pages(), "caf")) == Texts{"café"});
  CHECK(texts(suggest(pages(), "pg_s")) == Texts{"pg_stat"});
  CHECK(suggest(pages(), "tables ").empty());
  CHECK(suggest(pages(), "").empty());
  CHECK(suggest(pages(), "xyz").empty());
}

TEST_CASE("a short prefix of many words is completed from the common ones, with exact counts") {
  std::vector<Document> documents;
  for (int i = 0; i < 40; ++i) {
    std::string text;
    for (int n = i / 20; n < 3000; n += 1 + i % 20) text += "wor" + std::to_string(n * 7919 % 100003) + "x ";
    documents.push_back(make_document("d" + std::to_string(i), "Page", {make_passage("", text)}));
  }
  BuildOptions options;
  options.spelling_block_bytes = 256;
  const MemoryBundle bundle(build(documents, options));
  const std::vector<Suggestion> found = suggest(bundle, "w");
  REQUIRE(found.size() == 8);
  CHECK(std::is_sorted(found.begin(), found.end(),
                       [](const auto& a, const auto& b) { return a.count > b.count; }));
  for (const Suggestion& suggestion : found) {
    FullSearcher searcher = bundle.open();
    Request request;
    request.query = suggestion.text;
    request.complete = true;
    CHECK(bundle.search(searcher, request)->total == suggestion.count);
  }
}

}  // namespace catchword::test
