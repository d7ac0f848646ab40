// Suggestions: the words that begin so, titles first, with exact counts; and which words are suggested at all, and
// corrected to.
#include "query/suggestions.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>

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

TEST_CASE("words in Katakana are completed as a whole, after other scripts, too") {
  std::vector<Document> documents;
  for (const char* id : {"a", "b"}) documents.push_back(make_document(id, id, {make_passage("", "データベース、データ、コード。変換")}));
  const MemoryBundle bundle(build(documents));
  CHECK(texts(suggest(bundle, "デ")) == Texts{"データ", "データベース"});
  CHECK(texts(suggest(bundle, "変換とデータベ")) == Texts{"変換とデータベース"});
  CHECK(texts(suggest(bundle, "変")) == Texts{"変換"});
  CHECK(suggest(bundle, "ヌコ").empty());  // and not by its last character
}

TEST_CASE("words that no space sets apart are completed, behind others that are known or not") {
  std::vector<Document> documents;
  for (const char* id : {"a", "b"}) {
    documents.push_back(make_document(id, id, {make_passage("", "การตั้งค่าเครื่องพิมพ์ ตารางข้อมูล นำเข้า។ បញ្ចូល\u200Bតារាង. ພາສາລາວ. ဘာသာစကား")}));
  }
  const MemoryBundle bundle(build(documents));
  CHECK(texts(suggest(bundle, "เครื่")) == Texts{"เครื่องพิมพ์"});
  CHECK(texts(suggest(bundle, "ก")) == Texts{"การ"});
  CHECK(texts(suggest(bundle, "table ตารางข้")) == Texts{"table ตารางข้อมูล"});
  CHECK(texts(suggest(bundle, "นำเข")) == Texts{"นำเข้า"});  // as it is typed
  CHECK(texts(suggest(bundle, "ฮฬฮตาร")) == Texts{"ฮฬฮตาราง"});
  CHECK(texts(suggest(bundle, "តារាងបញ្")) == Texts{"តារាងបញ្ចូល"});
  CHECK(texts(suggest(bundle, "ពតារាង\u200Bបញ្")) == Texts{"ពតារាងបញ្ចូល"});
  CHECK(texts(suggest(bundle, "ພາສາລ")) == Texts{"ພາສາລາວ"});
  CHECK(texts(suggest(bundle, "ဘာသ")) == Texts{"ဘာသာစကား"});
  CHECK(suggest(bundle, "ฮฬ").empty());
  CHECK(suggest(bundle, "ตาราง ").empty());
  std::string many;
  for (int i = 0; i < 30; ++i) many += "ตาราง";
  CHECK(texts(suggest(bundle, many + "ข้อ")) == Texts{many + "ข้อมูล"});
}

TEST_CASE("names that are joined are completed as a whole, or else by their last word") {
  std::vector<Document> documents;
  for (const char* id : {"a", "b"}) {
    documents.push_back(make_document(id, "Page", {make_passage("", "os.path.join os.path std::vector particles 1.5 e.g. v1.5.2 x.part")}));
  }
  documents.push_back(make_document("c", "Page", {make_passage("", "os.path os.parse particles x.pass")}));
  const MemoryBundle bundle(build(documents));
  CHECK(texts(suggest(bundle, "os.pa")) == Texts{"os.path", "os.path.join"});
  CHECK(suggest(bundle, "os.pa")[0].count == 3);
  CHECK(texts(suggest(bundle, "call os.path.")) == Texts{"call os.path.join"});
  CHECK(texts(suggest(bundle, "std::")) == Texts{"std::vector"});
  CHECK(texts(suggest(bundle, "os.part")) == Texts{"os.particles", "os.part"});
  CHECK(texts(suggest(bundle, "particles.")).empty());
  CHECK(texts(suggest(bundle, "par")) == Texts{"particles", "part"});
  CHECK(texts(suggest(bundle, "x.")) == Texts{"x.part"});
  CHECK(texts(suggest(bundle, "v1.")) == Texts{"v1.5.2"});
  CHECK(suggest(bundle, "1.").empty());  // a number: nothing to complete
}

TEST_CASE("in scripts without spaces a character is completed by what follows it") {
  std::vector<Document> documents;
  for (const char* id : {"a", "b"}) documents.push_back(make_document(id, "Page", {make_passage("", "数据库 数字")}));
  documents.push_back(make_document("c", "Page", {make_passage("", "数据 文库")}));
  const MemoryBundle bundle(build(documents));
  CHECK(texts(suggest(bundle, "数")) == Texts{"数据", "数字"});
  CHECK(suggest(bundle, "数")[0].count == 3);
  CHECK(texts(suggest(bundle, "数据")) == Texts{"数据库"});
  CHECK(suggest(bundle, "文").empty());
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

namespace {

// Words of ten letters each, so random that no two are near.
std::vector<std::string> far_words(std::size_t count) {
  std::mt19937 random(20'210);
  std::vector<std::string> words(count);
  for (std::string& word : words) {
    for (int i = 0; i < 10; ++i) word.push_back(static_cast<char>('a' + random() % 26));
  }
  return words;
}

// One edit, of each kind and at each place in turn.
std::string misspelled(std::string word, std::size_t turn) {
  const std::size_t at = turn % 9;
  switch (turn % 4) {
    case 0: return word.erase(at, 1);
    case 1: return word.insert(at, 1, 'q');
    case 2: std::swap(word[at], word[at + 1]); return word;
    default: word[at] = word[at] == 'x' ? 'y' : 'x'; return word;
  }
}

}  // namespace

TEST_CASE("every word that two pages have is completed, and corrected to; one that a single page has in its text is not") {
  constexpr std::size_t kPages = 40;
  constexpr std::size_t kTwice = 400;
  const std::vector<std::string> words = far_words(kTwice + kPages);
  std::vector<std::string> pages(kPages);
  for (std::size_t i = 0; i < words.size(); ++i) {
    pages[i % kPages] += words[i] + " ";
    if (i < kTwice) pages[(i + 1 + i / kPages) % kPages] += words[i] + " ";
  }
  std::vector<Document> documents;
  for (std::size_t i = 0; i < kPages; ++i) {
    documents.push_back(make_document(std::to_string(i), "Page", {make_passage("", pages[i])}));
  }
  BuildOptions options;
  options.spelling_block_bytes = 512;
  const MemoryBundle bundle(build(documents, options));
  FullSearcher searcher = bundle.open();
  const auto ask = [&](const std::string& query) {
    Request request;
    request.query = query;
    request.complete = true;
    Result<FullAnswer> answer = bundle.search(searcher, request);
    REQUIRE(answer);
    return std::move(*answer);
  };
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string typed = misspelled(words[i], i / 3);
    const bool is_known = i < kTwice;
    INFO(words[i] + " " + typed);
    if (typed == words[i]) continue;
    const FullAnswer answer = ask(typed);
    CHECK(answer.total == (is_known ? 2 : 0));
    CHECK(answer.interpretation == (is_known ? words[i] : typed));
    CHECK(answer.unknown.empty() == is_known);
    CHECK(texts(suggest(bundle, words[i].substr(0, 5))) == (is_known ? Texts{words[i]} : Texts{}));
    CHECK(ask(words[i]).total == (is_known ? 2 : 1));
  }
}

}  // namespace catchword::test
