// Proposals that a reader may have meant who typed one that hardly any document has: proposed, never searched.
#include <bit>
#include <catch2/catch.hpp>
#include <map>

#include "support/documents.h"
#include "support/memory_bundle.h"
#include "support/property.h"
#include "support/spelling.h"

namespace catchword::test {
namespace {

using Proposals = std::vector<std::string>;

// So many documents for each text.
std::vector<Document> documents_with(const std::map<std::string, int>& counts) {
  std::vector<Document> documents;
  for (const auto& [text, count] : counts) {
    for (int i = 0; i < count; ++i) {
      const std::string id = text + std::to_string(i);
      documents.push_back(make_document(id, "page", {make_passage("", text)}));
    }
  }
  return documents;
}

Proposals proposals(const MemoryBundle& bundle, std::string_view query, bool complete = true, bool correct = true) {
  Request request;
  request.query = query;
  request.complete = complete;
  request.correct = correct;
  Searcher searcher = bundle.open_lean();
  const Result<Answer> answer = bundle.search(searcher, request);
  REQUIRE(answer);
  CHECK(answer->interpretation == query);
  FullSearcher full = bundle.open();
  const Result<FullAnswer> whole = bundle.search(full, request);
  REQUIRE(whole);
  CHECK(whole->proposals == answer->proposals);
  return answer->proposals;
}

// What is proposed for `word` and nothing else.
std::string proposal(const MemoryBundle& bundle, const std::string& word) {
  const Proposals found = proposals(bundle, word);
  if (found.empty()) return "";
  REQUIRE(found.size() == 2u);
  CHECK(found[0] == word);
  return found[1];
}

}  // namespace

TEST_CASE("a far more frequent neighbour of a rare word is proposed") {
  const MemoryBundle bundle(build(documents_with({{"column", 40}, {"colunm", 1}, {"columns", 2}, {"colum", 1},
                                                  {"запрос", 32}, {"запорс", 1}, {"запрс", 2}, {"mouse", 50},
                                                  {"house", 1}, {"rouse", 4}, {"gold", 1}, {"cold", 50}, {"wales", 3},
                                                  {"wiles", 47}})));
  CHECK(proposal(bundle, "colunm") == "column");
  CHECK(proposals(bundle, "colunm запорс") == Proposals{"colunm", "column", "запорс", "запрос"});
  CHECK(proposal(bundle, "запрс") == "запрос");
  CHECK(proposal(bundle, "house") == "mouse");
  CHECK(proposal(bundle, "rouse").empty());                 // four documents are enough
  CHECK(proposal(bundle, "wales").empty());                 // not far more frequent
  CHECK(proposal(bundle, "column").empty());
  CHECK(proposal(bundle, "gold").empty());                  // too short
  CHECK(proposals(bundle, "colum", false).empty());         // goes on
  CHECK(proposal(bundle, "colum") == "column");
  CHECK(proposals(bundle, "colunm", true, false).empty());  // as typed
}

TEST_CASE("mistakes anywhere in a rare word are seen") {
  const MemoryBundle bundle(build(documents_with({{"statement", 64}, {"ttatement", 1}, {"tsatement", 1}, {"tatement", 1},
                                                  {"sstatement", 1}, {"statemnet", 1}, {"statment", 2}, {"stetemont", 1},
                                                  {"satemnet", 2}, {"touché", 20}, {"toiché", 1}})));
  for (const char* one : {"ttatement", "tsatement", "tatement", "sstatement", "statemnet", "statment", "stetemont"}) {
    CHECK(proposal(bundle, one) == "statement");
  }
  CHECK(proposal(bundle, "satemnet").empty());  // two edits: too short
  CHECK(proposal(bundle, "toiché") == "touché");
  CHECK(proposal(bundle, "toiche") == "touché");
}

TEST_CASE("of two edits more is demanded than of one") {
  const auto proposed = [](const std::string& rare, const std::string& frequent, int count) {
    return proposal(MemoryBundle(build(documents_with({{rare, 1}, {frequent, count}}))), rare);
  };
  CHECK(proposed("confugirations", "configurations", 64) == "configurations");
  CHECK(proposed("confugirations", "configurations", 63).empty());
  CHECK(proposed("cinfigurotion", "configuration", 64) == "configuration");
  CHECK(proposed("confuguration", "configuration", 16) == "configuration");  // one edit
  CHECK(proposed("unindexable", "indexable", 64).empty());                   // another word of the family
  CHECK(proposed("arbitrary", "arbitrate", 64).empty());
}

TEST_CASE("what is meant as it is has no proposal") {
  std::vector<Document> documents = documents_with({{"column", 40}, {"ncolumn", 1}, {"columnx", 1}, {"columns", 20}, {"_column", 1},
                                                    {"col_umn", 1}, {"part_name", 20}, {"partname", 1}, {"int4col", 20},
                                                    {"int8col", 1}, {"walked", 1}, {"walk", 30}, {"talked", 40}});
  documents.push_back(make_document("whale", "page", {make_passage("", "colomn, says the colomn")}));
  BuildOptions options;
  options.language = "en";
  const MemoryBundle bundle(build(std::move(documents), options));
  for (const char* meant : {"ncolumn", "columnx", "_column", "col_umn", "int8col", "colomn"}) {
    CHECK(proposal(bundle, meant).empty());
  }
  CHECK(proposal(bundle, "walked").empty());  // its stem is in many
  CHECK(proposal(bundle, "partname") == "part_name");
}

TEST_CASE("two words are proposed where they stand side by side in far more documents") {
  const MemoryBundle bundle(build(documents_with({{"create index", 16}, {"createindex", 1}, {"index drop", 20},
                                                  {"dropindex", 1}, {"go on", 20}, {"goon", 1}, {"one two", 15},
                                                  {"two x one", 20}, {"onetwo", 1}})));
  CHECK(proposal(bundle, "createindex") == "create index");
  CHECK(proposal(bundle, "dropindex").empty());  // the other way round
  CHECK(proposal(bundle, "goon").empty());       // too short
  CHECK(proposal(bundle, "onetwo").empty());     // not often enough
}

TEST_CASE("one word is proposed for two that hardly ever stand side by side") {
  const MemoryBundle bundle(build(documents_with({{"database", 32}, {"data base", 2}, {"data", 50}, {"base data", 20},
                                                  {"timestamp", 47}, {"time stamp", 3}, {"postgresql", 16}, {"postgre", 1},
                                                  {"sql", 5}, {"into", 40}, {"login", 40}, {"in to log", 1},
                                                  {"pg_class", 40}, {"pg_", 1}, {"class", 1}, {"utf8bit", 40}, {"utf", 1},
                                                  {"8bit", 1}, {"überblick", 40}, {"über", 3}, {"blick", 3},
                                                  {"lamplight", 15}, {"lamp", 1}, {"light", 1}})));
  CHECK(proposals(bundle, "timestamp data base") == Proposals{"data base", "database"});
  CHECK(proposals(bundle, "data base", false) == Proposals{"data base", "database"});
  CHECK(proposals(bundle, "postgre sql") == Proposals{"postgre sql", "postgresql"});
  CHECK(proposals(bundle, "über blick") == Proposals{"über blick", "überblick"});
  CHECK(proposals(bundle, "uber blick") == Proposals{"uber blick", "uberblick"});
  CHECK(proposals(bundle, "data").empty());
  CHECK(proposals(bundle, "base data").empty());
  CHECK(proposals(bundle, "data time base").empty());
  CHECK(proposals(bundle, "data base", true, false).empty());  // as typed
  CHECK(proposals(bundle, "time stamp").empty());              // so the site writes it, too
  CHECK(proposals(bundle, "lamp light").empty());              // not often enough
  for (const char* meant : {"in to", "log in", "pg_ class", "utf 8bit"}) CHECK(proposals(bundle, meant).empty());
}

TEST_CASE("what an inflection of the first word would be with the second is not proposed") {
  BuildOptions options;
  options.language = "en";
  const MemoryBundle bundle(build(documents_with({{"signpost", 32}, {"sign", 2}, {"post", 2}}), options));
  CHECK(proposals(bundle, "sign post") == Proposals{"sign post", "signpost"});
  Request request;
  request.query = "signing post";
  FullSearcher searcher = bundle.open();
  const Result<FullAnswer> answer = bundle.search(searcher, request);
  REQUIRE(answer);
  CHECK(answer->complete == 0u);
  CHECK(answer->total == 4u);  // both words were found
  CHECK(answer->proposals.empty());
}

TEST_CASE("a word that many others begin with tells of no more than a block has room for") {
  std::string wholes;
  std::string ends;
  for (const char a : std::string_view("abcdefghijklmnopqrstuvwxyz")) {
    for (const char b : std::string_view("abcdefghijklmnopqrstuvwxyz")) {
      const std::string end{'x', a, b};
      wholes += "over" + end + " ";
      ends += end + " ";
    }
  }
  const MemoryBundle bundle(build(documents_with({{wholes, 16}, {ends, 1}, {"over", 1}})));
  CHECK(proposals(bundle, "over xaa") == Proposals{"over xaa", "overxaa"});
  CHECK(proposals(bundle, "over xzz").empty());
}

TEST_CASE("proposals are the same with any number of threads, and little memory") {
  const std::vector<Document> documents =
      documents_with({{"create index", 20}, {"createindex", 1}, {"column", 40}, {"colunm", 1}, {"columm", 2},
                      {"database", 40}, {"data base", 2}, {"data", 40}, {"base", 40}});
  BuildOptions options;
  options.jobs = 1;
  const Bundle one = build(documents, options);
  options.jobs = 2;
  const Bundle two = build(documents, options);
  options.memory = 1;
  options.term_block_bytes = 10;
  const MemoryBundle little(build(documents, options));
  REQUIRE(one.files.size() == two.files.size());
  for (std::size_t i = 0; i < one.files.size(); ++i) CHECK(one.files[i].name == two.files[i].name);
  CHECK(proposal(little, "createindex") == "create index");
  CHECK(proposal(little, "columm") == "column");
  CHECK(proposals(little, "data base") == Proposals{"data base", "database"});
}

namespace {

// A letter too many, at an end, that isn't its neighbour's double.
bool is_lettered(const std::string& rare, const std::string& word) {
  if (rare.size() != word.size() + 1) return false;
  return (rare.substr(1) == word && rare[0] != rare[1]) ||
         (rare.substr(0, word.size()) == word && rare.back() != word.back());
}

// The edits that `other` is proposed for, or 0.
std::uint32_t slow_edits(const std::string& rare, int count, const std::string& other, int others) {
  const std::uint32_t distance = slow_distance(rare, other);
  if (distance == 1) return others >= 16 * count ? 1 : 0;
  const std::size_t longer = std::max(rare.size(), other.size());
  const bool may_be = rare.size() >= 9 && longer - std::min(rare.size(), other.size()) < 2 && rare[0] == other[0] &&
                      rare.back() == other.back();
  return distance == 2 && may_be && others >= 64 * count ? 2 : 0;
}

std::string slow_proposal(const std::map<std::string, int>& counts, const std::string& rare, int count) {
  std::string best;
  if (count > 3 || rare.size() < 5) return best;
  const auto edits = [&](const std::string& other) { return slow_edits(rare, count, other, counts.at(other)); };
  const auto doublings = [&](const std::string& word) { return std::bit_width(static_cast<unsigned>(counts.at(word))); };
  for (const auto& [other, others] : counts) {
    if (edits(other) == 0) continue;
    if (is_lettered(rare, other)) return "";
    const bool nearer = best.empty() || edits(other) < edits(best) ||
                        (edits(other) == edits(best) && doublings(other) > doublings(best));
    if (nearer) best = other;
  }
  return best;
}

}  // namespace

TEST_CASE("proposals are those of a slow search among all words") {
  check_property(
      [] {
        const auto letters = rc::gen::container<std::string>(rc::gen::element('a', 'b', 'c'));
        std::map<std::string, int> counts;
        const std::string common = *rc::gen::resize(8, letters);
        for (int i = 0; i < 14; ++i) {
          std::string word = common + *rc::gen::resize(4, letters);
          if (!word.empty()) word[*rc::gen::inRange<std::size_t>(0, word.size())] = *rc::gen::element('a', 'b');
          counts["b" + word + "a"] = *rc::gen::element(1, 2, 3, 4, 31, 32, 48, 64, 128);
        }
        const MemoryBundle bundle(build(documents_with(counts)));
        for (const auto& [word, count] : counts) RC_ASSERT(proposal(bundle, word) == slow_proposal(counts, word, count));
      },
      30);
}

}  // namespace catchword::test
