// The searcher's contract: what it asks for, what it refuses, and what a result shows.
#include "search/searcher.h"

#include <algorithm>
#include <deque>
#include <set>

#include "base/utf8.h"
#include "support/documents.h"
#include "support/memory_bundle.h"
#include "support/property.h"

namespace catchword::test {
namespace {

Answer ask(const MemoryBundle& bundle, Request request) {
  static std::deque<FullSearcher> searchers;  // results borrow from them
  FullSearcher& searcher = searchers.emplace_back(bundle.open());
  const Result<FullAnswer> answer = bundle.search(searcher, request);
  INFO((answer ? std::string() : answer.error().to_string()));
  REQUIRE(answer);
  return *answer;
}

Answer ask(const MemoryBundle& bundle, std::string_view query) {
  Request request;
  request.query = query;
  return ask(bundle, request);
}

std::vector<std::string> ids_of(const Answer& answer) {
  std::vector<std::string> ids;
  for (const SearchResult& result : answer.results) ids.emplace_back(result.id);
  return ids;
}

using Ids = std::vector<std::string>;

// What is marked. Offsets count UTF-16 units.
std::vector<std::string> marked(const Snippet& snippet) {
  std::vector<std::string> pieces(snippet.marks.size());
  std::uint32_t unit = 0;
  for (std::size_t at = 0; at < snippet.text.size();) {
    const std::size_t begin = at;
    const char32_t point = next_code_point(snippet.text, at);
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      const auto& [from, to] = snippet.marks[i];
      if (unit >= from && unit < to) pieces[i] += snippet.text.substr(begin, at - begin);
    }
    unit += point > 0xFFFF ? 2 : 1;
  }
  return pieces;
}

const MemoryBundle& lamps() {
  static const MemoryBundle bundle([] {
    BuildOptions options;
    options.language = "en";
    return build(small_collection(), options);
  }());
  return bundle;
}

// A document of many text blocks whose last heading has a word of its own.
Document long_document() {
  Document document = make_document("long.html", "A long page", {});
  for (int i = 0; i < 12; ++i) {
    std::string text;
    for (int line = 0; line < 20; ++line) {
      text += "Filler number " + std::to_string(i * 100 + line) + " of some length.\n";
    }
    document.passages.push_back(make_passage("Section " + std::to_string(i), text));
  }
  document.passages.back().heading = "Frobnication";
  document.passages.back().anchor = "last part";
  return document;
}

bool has_mark(const ResultPassage& passage) {
  return !passage.heading.marks.empty() || !passage.snippet.marks.empty();
}

}  // namespace

TEST_CASE("a question is answered in at most four rounds, each naming new files") {
  for (const char* query :
       {"lamp", "lamp wick", "\"oil lamp\"", "burn", "北京", "b", "\"a lamp\" oil"}) {
    INFO(query);
    FullSearcher searcher = lamps().open();
    Request request;
    request.query = query;
    std::set<std::string> named;
    int rounds = 0;
    for (;; ++rounds) {
      const Result<FullAnswer> answer = searcher.search(request);
      REQUIRE(answer);
      if (answer->missing.empty()) break;
      for (const std::string& name : answer->missing) {
        CHECK(named.insert(name).second);
        REQUIRE(searcher.supply(name, lamps().files.at(name)));
      }
    }
    CHECK(rounds <= 4);
    CHECK(rounds >= 2);
  }
}

TEST_CASE("a file that nobody asked for is refused") {
  FullSearcher searcher = lamps().open();
  for (const auto& [name, bytes] : lamps().files) {
    const Status status = searcher.supply(name, bytes);
    REQUIRE_FALSE(status);
    CHECK(status.error().kind == ErrorKind::kUsage);
    CHECK(status.error().where == name);
  }
}

TEST_CASE("nothing asked is nothing missing and nothing found") {
  for (const char* query : {"", "  ", "?", "\"\""}) {
    const Answer answer = ask(lamps(), query);
    CHECK(answer.total == 0);
    CHECK(answer.results.empty());
    CHECK(answer.unknown.empty());
  }
}

TEST_CASE("words that no document has are named as typed") {
  const Answer answer = ask(lamps(), "Quux lamp zzz ");
  CHECK(answer.unknown == std::vector<std::string>{"quux", "zzz"});
  CHECK(answer.total > 0);
  CHECK(answer.complete == 0);
  CHECK(answer.results[0].partial);
}

TEST_CASE("documents with all words come first, the others follow") {
  const Answer answer = ask(lamps(), "wick candle ");
  CHECK(answer.complete == 1);
  CHECK(answer.total == 2);
  CHECK(ids_of(answer) == Ids{"candle.html", "lamp.html"});
  CHECK_FALSE(answer.results[0].partial);
  CHECK(answer.results[1].partial);
}

TEST_CASE("a phrase is exact; behind the documents that have it are those with its words") {
  const auto finds_phrase = [](std::string_view query) {
    const Answer answer = ask(lamps(), query);
    return answer.total > 0 && !answer.results[0].partial;
  };
  CHECK(ids_of(ask(lamps(), "\"lamp burns oil\"")) == Ids{"lamp.html", "candle.html"});
  CHECK(ask(lamps(), "\"lamp burns oil\"").complete == 1);
  CHECK_FALSE(finds_phrase("\"burns lamp\""));
  CHECK(ids_of(ask(lamps(), "\"burns lamp\"")).front() == "lamp.html");
  CHECK(ids_of(ask(lamps(), "\"cafes of paris\"")) == Ids{"cafe.html", "lamp.html", "candle.html"});
  CHECK(ids_of(ask(lamps(), "\"北京大学\"")) == Ids{"beijing.html"});
  CHECK_FALSE(finds_phrase("\"大学北京\""));
  CHECK_FALSE(finds_phrase("\"lamps and their oil\""));  // a link's text has no places
}

TEST_CASE("inflections, accents, link texts and metadata are found; hidden metadata is not") {
  CHECK(ask(lamps(), "burns ").total == 2);
  CHECK(ask(lamps(), "cafe ").total == 1);
  CHECK(ids_of(ask(lamps(), "their ")) == Ids{"lamp.html"});
  CHECK(ids_of(ask(lamps(), "lamplighter ")) == Ids{"candle.html"});
  CHECK(ask(lamps(), "unsearchable ").total == 0);
}

TEST_CASE("a word of all documents ranks them, by titles first") {
  const MemoryBundle bundle(build({
      make_document("often", "Wicks", {make_passage("", "lamp oil, lamp glass, lamp light")}),
      make_document("once", "Glass", {make_passage("", "a lamp has one")}),
      make_document("begun", "Lampshades", {make_passage("", "for a lamp")}),
      make_document("title", "Lamp", {make_passage("", "a lamp")}),
  }));
  CHECK(ids_of(ask(bundle, "lamp")) == Ids{"title", "begun", "often", "once"});
}

TEST_CASE("who types accents means them; without any, all spellings are alike") {
  const MemoryBundle bundle(build({
      make_document("dừng", "Dừng", {make_passage("", "dừng nạp")}),
      make_document("đựng", "Chọn khay đựng giấy của máy in", {make_passage("", "khay đựng giấy")}),
      make_document("dụng", "Áp dụng", {make_passage("", "áp dụng")}),
      make_document("έμφαση", "Έμφαση σε κείμενο", {make_passage("", "έμφαση")}),
      make_document("εμφάνιση", "Εμφάνιση", {make_passage("", "εμφάνιση")}),
  }));
  CHECK(ids_of(ask(bundle, "đựng ")).front() == "đựng");
  CHECK(ask(bundle, "đựng ").total == 3);
  CHECK(ids_of(ask(bundle, "đùng ")).front() == "dừng");  // none has these accents
  CHECK(ids_of(ask(bundle, "dung ")).front() == "dừng");  // in the shortest title
  CHECK(ids_of(ask(bundle, "έμφ")) == Ids{"έμφαση"});
  CHECK(ids_of(ask(bundle, "εμφ")) == Ids{"εμφάνιση", "έμφαση"});
  CHECK(ids_of(ask(bundle, "έμφαν")) == Ids{"εμφάνιση"});  // none begins with the accent, so it is left out
}

TEST_CASE("a result shows its page: title, url, metadata, passage, marks") {
  const Answer answer = ask(lamps(), "cotton ");
  REQUIRE(answer.results.size() == 1);
  const SearchResult& result = answer.results[0];
  CHECK(result.url == "lamp.html");
  CHECK(result.title.text == "The oil lamp");
  CHECK(result.title.marks.empty());
  REQUIRE(!result.passages.empty());
  CHECK(result.passages[0].heading.text == "Wick and burner");
  CHECK(result.passages[0].heading.marks.empty());
  CHECK(result.passages[0].anchor == "wick");
  CHECK(result.passages[0].snippet.text == "The wick is of cotton.");
  CHECK(marked(result.passages[0].snippet) == std::vector<std::string>{"cotton"});
  const Answer by_author = ask(lamps(), "lamplighter ");
  REQUIRE(by_author.results[0].metadata.size() == 1);
  CHECK(by_author.results[0].metadata[0].key == "author");
  CHECK(by_author.results[0].metadata[0].values.size() == 2);
}

TEST_CASE("without texts a result is its number and score, and no text is asked for") {
  Request request;
  request.query = "lamp ";
  request.texts = false;
  FullSearcher searcher = lamps().open();
  const Result<FullAnswer> first = searcher.search(request);
  REQUIRE(first);
  for (const std::string& name : first->missing) CHECK_FALSE(name.starts_with("text/"));
  const Result<FullAnswer> answer = lamps().search(searcher, request);
  REQUIRE(answer);
  const Answer full = ask(lamps(), "lamp ");
  REQUIRE(answer->results.size() == full.results.size());
  for (std::size_t i = 0; i < full.results.size(); ++i) {
    CHECK(answer->results[i].document == full.results[i].document);
    CHECK(answer->results[i].score == full.results[i].score);
    CHECK(answer->results[i].id.empty());
  }
}

TEST_CASE("a snippet is of the block that has the word, however long the page") {
  const MemoryBundle bundle(build({long_document()}));
  const auto texts = std::count_if(bundle.files.begin(), bundle.files.end(), [](const auto& file) {
    return file.first.starts_with("text/");
  });
  REQUIRE(texts > 1);
  const Answer answer = ask(bundle, "1117 ");
  REQUIRE(answer.results.size() == 1);
  REQUIRE(!answer.results[0].passages.empty());
  CHECK(answer.results[0].passages[0].snippet.text.find("1117") != std::string::npos);
  CHECK(marked(answer.results[0].passages[0].snippet) == std::vector<std::string>{"1117"});
}

// The code of a posting had no best block where the body lacks the word.
TEST_CASE("a word that only a far heading has shows that passage") {
  const MemoryBundle bundle(build({long_document()}));
  const Answer answer = ask(bundle, "frobnication ");
  REQUIRE(answer.results.size() == 1);
  REQUIRE(!answer.results[0].passages.empty());
  CHECK(marked(answer.results[0].passages[0].heading) == std::vector<std::string>{"Frobnication"});
  CHECK(answer.results[0].passages[0].anchor == "last%20part");
}

TEST_CASE("marks are disjoint, in order, and within what is shown") {
  check_property(
      [] {
        BuildOptions options;
        options.text_blocks = {60, 200};
        const MemoryBundle bundle(build(*arbitrary_documents(8), options));
        FullSearcher searcher = bundle.open();
        const auto check = [](const Snippet& snippet) {
          std::uint32_t at = 0;
          for (const auto& [from, to] : snippet.marks) {
            RC_ASSERT(at <= from);
            RC_ASSERT(from < to);
            at = to;
          }
          RC_ASSERT(at <= utf16_size(snippet.text));
          RC_ASSERT(snippet.text.find_first_of("\n\t\r") == std::string::npos);
          RC_ASSERT(snippet.text.find("  ") == std::string::npos);
        };
        for (int i = 0; i < 5; ++i) {
          const std::string query = *arbitrary_query();
          Request request;
          request.query = query;
          const Result<FullAnswer> answer = bundle.search(searcher, request);
          RC_ASSERT(answer.ok());
          for (const SearchResult& result : answer->results) {
            RC_ASSERT(!result.id.empty());
            check(result.title);
            for (const ResultPassage& passage : result.passages) {
              check(passage.heading);
              check(passage.snippet);
            }
          }
        }
      },
      60);
}

TEST_CASE("what a complete match shows has a mark") {
  for (const char* query :
       {"lamp ", "wick ", "burned ", "cafe ", "vecto", "emplace_back", "北京 ", "ภาษา "}) {
    INFO(query);
    const Answer answer = ask(lamps(), query);
    for (const SearchResult& result : answer.results) {
      const bool shown = !result.title.marks.empty() ||
                         std::any_of(result.passages.begin(), result.passages.end(),
                                     [](const auto& p) { return has_mark(p); });
      // A word of metadata or of links alone isn't on show.
      if (result.id != "lamp.html" && result.id != "candle.html") CHECK(shown);
      // A further passage is shown for what matches in it, be it the heading alone.
      for (std::size_t i = 1; i < result.passages.size(); ++i) CHECK(has_mark(result.passages[i]));
    }
  }
}

TEST_CASE("a searcher answers again as it answered first") {
  FullSearcher searcher = lamps().open();
  Request request;
  request.query = "lamp wick \"a candle\"";
  const Result<FullAnswer> first = lamps().search(searcher, request);
  const Result<FullAnswer> second = searcher.search(request);
  REQUIRE(first);
  REQUIRE(second);
  CHECK(to_json(*first) == to_json(*second));
}

}  // namespace catchword::test
