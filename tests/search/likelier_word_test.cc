// Proposals that a reader may have meant who typed one that hardly any document has: proposed, never searched.
#include "search/likelier_word.h"

#include <catch2/catch.hpp>
#include <map>
#include <set>

#include "support/documents.h"
#include "support/memory_bundle.h"
#include "support/property.h"
#include "support/spelling.h"

namespace catchword::test {
namespace {

using Proposals = std::vector<std::string>;

// A document for each time that a word is to stand somewhere.
std::vector<Document> documents_with(const std::map<std::string, int>& counts) {
  std::vector<Document> documents;
  for (const auto& [word, count] : counts) {
    for (int i = 0; i < count; ++i) {
      const std::string id = word + std::to_string(i);
      documents.push_back(make_document(id, "page", {make_passage("", word)}));
    }
  }
  return documents;
}

Proposals proposals(const MemoryBundle& bundle, std::string_view query, bool complete = true, bool correct = true) {
  Searcher searcher = bundle.open_lean();
  Request request;
  request.query = query;
  request.complete = complete;
  request.correct = correct;
  const Result<Answer> answer = bundle.search(searcher, request);
  REQUIRE(answer);
  CHECK(answer->interpretation == query);
  return answer->proposals;
}

}  // namespace

TEST_CASE("a far more frequent neighbour of a rare word is proposed") {
  const MemoryBundle bundle(build(documents_with({{"column", 40}, {"colunm", 1}, {"columns", 2}, {"colum", 1},
                                                  {"запрос", 32}, {"запорс", 1}, {"запрс", 2}, {"cold", 50},
                                                  {"gold", 1}, {"fold", 4}, {"ab", 1}, {"abc", 50}, {"wald", 3},
                                                  {"wild", 47}})));
  CHECK(proposals(bundle, "colunm") == Proposals{"colunm", "column"});
  CHECK(proposals(bundle, "colunm запорс") == Proposals{"colunm", "column", "запорс", "запрос"});
  CHECK(proposals(bundle, "запрс") == Proposals{"запрс", "запрос"});
  CHECK(proposals(bundle, "gold") == Proposals{"gold", "cold"});
  CHECK(proposals(bundle, "fold").empty());                  // four documents are enough
  CHECK(proposals(bundle, "wald").empty());                  // not far more frequent
  CHECK(proposals(bundle, "column").empty());
  CHECK(proposals(bundle, "ab").empty());                    // too short
  CHECK(proposals(bundle, "colum", false).empty());          // goes on
  CHECK(proposals(bundle, "colum") == Proposals{"colum", "column"});
  CHECK(proposals(bundle, "colunm", true, false).empty());   // as typed
}

TEST_CASE("proposals are those of a slow search among all words") {
  check_property(
      [] {
        const auto arbitrary_word = rc::gen::container<std::string>(rc::gen::element('a', 'b', 'c'));
        std::map<std::string, int> counts;
        for (int i = 0; i < 12; ++i) counts[*arbitrary_word + "a"] = *rc::gen::element(1, 2, 3, 4, 31, 32, 48);
        const MemoryBundle bundle(build(documents_with(counts)));
        for (const auto& [word, count] : counts) {
          int most = 16 * count;
          std::set<std::string> likeliest;
          for (const auto& [other, times] : counts) {
            if (count > 3 || word.size() < 4 || times < most || slow_distance(word, other) != 1) continue;
            if (times > most) likeliest.clear();
            most = times;
            likeliest.insert(other);
          }
          const Proposals found = proposals(bundle, word);
          RC_ASSERT(found.empty() == likeliest.empty());
          if (!found.empty()) RC_ASSERT(likeliest.count(found.at(1)) == 1u);
        }
      },
      40);
}

}  // namespace catchword::test
