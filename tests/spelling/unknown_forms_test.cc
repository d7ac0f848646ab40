// Words in forms that no document has are found by their stems, wherever the blocks are cut.
#include "spelling/unknown_forms.h"

#include <catch2/catch.hpp>

#include "query/full_searcher.h"
#include "support/documents.h"
#include "support/memory_bundle.h"

namespace catchword::test {
namespace {

using Ids = std::vector<std::string>;

Document text(std::string id, std::string language, std::string body) {
  Document document = make_document(id, id, {make_passage("", std::move(body))});
  document.language = std::move(language);
  return document;
}

std::vector<Document> mixed() {
  return {text("1", "en", "Connections were opened by happy readers of skies and oxen."),
          text("2", "en", "A connection, connecting, connected: connective tissue of the sky."),
          text("3", "de", "Die Verbindungen der Häuser waren verloren gegangen."),
          text("4", "tr", "Kitaplar okundu; evlerde, IŞIKLAR, ısınan İstanbul."),
          text("5", "zh", "北京大学的学生"),
          text("6", "fr", "L'eau, d'abord.")};
}

class Bundled {
 public:
  explicit Bundled(std::size_t term_block_bytes = 4096)
      : bundle_(made(term_block_bytes)), searcher_(bundle_.open()) {}

  Ids find(std::string_view query, std::string_view language = "") {
    Request request;
    request.query = query;
    request.complete = true;
    request.language = language;
    Ids ids;
    for (int round = 0; round < 9; ++round) {
      const Result<FullAnswer> answer = searcher_.search(request);
      REQUIRE(answer);
      for (const SearchResult& result : answer->results) ids.emplace_back(result.id);
      if (answer->missing.empty()) return ids;
      ids.clear();
      for (const std::string& name : answer->missing) {
        REQUIRE(searcher_.supply(name, bundle_.files.at(name)));
      }
    }
    FAIL("goes on asking");
    return ids;
  }

 private:
  static MemoryBundle made(std::size_t term_block_bytes) {
    BuildOptions options;
    options.term_block_bytes = term_block_bytes;
    return MemoryBundle(build(mixed(), options));
  }

  MemoryBundle bundle_;
  FullSearcher searcher_;
};

}  // namespace

TEST_CASE("an unknown form is found by its stem, whatever the size of blocks") {
  for (const std::size_t size : {8u, 16u, 64u, 4096u}) {
    INFO(size);
    Bundled bundle(size);
    CHECK(bundle.find("connects") == Ids{"2", "1"});
    CHECK(bundle.find("happiness") == Ids{"1"});
    CHECK(bundle.find("reader") == Ids{"1"});
    CHECK(bundle.find("xyzzy").empty());
  }
}

TEST_CASE("the page's language is tried first, then the others") {
  Bundled bundle;
  CHECK(bundle.find("verbindung") == Ids{"3"});
  CHECK(bundle.find("verbindung", "de-AT") == Ids{"3"});
  CHECK(bundle.find("verbindung", "ja") == Ids{"3"});
  CHECK(bundle.find("connects", "de").size() == 2);
}

TEST_CASE("what chance leaves of a word in another language is no stem of it") {
  Bundled bundle;
  CHECK(bundle.find("line").empty());
  CHECK(bundle.find("line", "en").empty());
  CHECK(bundle.find("line", "tr") == Ids{"6"});  // as Snowball has it
  CHECK(bundle.find("evlerimizden", "tr") == Ids{"4"});
}

TEST_CASE("Turkish letters i, with dot and without, in either case") {
  Bundled bundle;
  for (const char* query : {"ışıklar", "IŞIKLAR", "ISINAN", "ısınan", "istanbul", "İSTANBUL", "Istanbul"}) {
    INFO(query);
    CHECK(bundle.find(query, "tr") == Ids{"4"});
  }
}

TEST_CASE("numbers and scripts without spaces are not stemmed") {
  Bundled bundle;
  CHECK(bundle.find("1234").empty());
  CHECK(bundle.find("東京").empty());
}

}  // namespace catchword::test
