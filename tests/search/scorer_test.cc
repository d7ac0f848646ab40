// Scores: the small functions against their formulas, and the order of a ranking.
#include "search/scorer.h"

#include <cmath>

#include "index/impact.h"
#include "support/property.h"
#include "support/terms.h"

namespace catchword::test {
namespace {

// A word with one term, matched so.
struct OneTerm {
  Term term;
  std::vector<Posting> postings;

  [[nodiscard]] WordMatch as(Kinship kinship) const { return {{&term, postings, kinship, 0, 0}}; }
};

OneTerm term_in(std::initializer_list<DocId> documents, std::uint8_t impact = kImpactOne) {
  OneTerm one;
  for (const DocId id : documents) one.postings.push_back(make_posting(id, impact, kBody));
  one.term.document_count = static_cast<std::uint32_t>(documents.size());
  return one;
}

std::vector<DocId> documents_of(const Ranking& ranking) {
  std::vector<DocId> documents;
  for (const Hit& hit : ranking.hits) documents.push_back(hit.document);
  return documents;
}

using Documents = std::vector<DocId>;

}  // namespace

TEST_CASE("the inverse document frequency is log2((N + 1) / (n + 1/2))") {
  for (const std::uint32_t all : {1u, 10u, 1000u, 1000000u}) {
    for (std::uint32_t n = 0; n <= all; n += all / 5 + 1) {
      const double exact = 4096 * std::log2((all + 1.0) / (n + 0.5));
      CHECK(std::abs(inverse_document_frequency(n, all) - exact) <= 1.01);
    }
  }
}

TEST_CASE("saturation is x (k1 + 1) / (x + k1), and rises towards k1 + 1") {
  CHECK(saturate(0) == 0);
  CHECK(saturate(kFrequencyOne) == kFrequencyOne);
  std::uint32_t before = 0;
  for (std::uint32_t x = 1; x < (1u << 22); x += x / 3 + 1) {
    const double exact = x * 2.5 / (x / 256.0 + 1.5);
    CHECK(std::abs(saturate(x) - exact) <= 1);
    CHECK(saturate(x) >= before);
    before = saturate(x);
  }
  CHECK(before <= kFrequencyOne * 5 / 2);
}

TEST_CASE("the better kin counts for more") {
  CHECK(weight_of(Kinship::kForm) == kFrequencyOne);
  CHECK(weight_of(Kinship::kForm) > weight_of(Kinship::kFolded));
  CHECK(weight_of(Kinship::kFolded) > weight_of(Kinship::kInflection));
  CHECK(weight_of(Kinship::kInflection) >= weight_of(Kinship::kCompletion));
}

TEST_CASE("a title counts for the part of it that the query covers") {
  const std::uint32_t rarity = 4096 * 5;
  CHECK(title_score({0, 0, 0}) == 0);
  CHECK(title_score({1, 1, rarity}) > title_score({2, 1, rarity}));
  CHECK(title_score({2, 1, rarity}) > title_score({8, 1, rarity}));
  CHECK(title_score({4, 2, rarity}) > title_score({4, 1, rarity}));
  CHECK(title_score({4, 2, 2 * rarity}) > title_score({4, 2, rarity}));
  CHECK(title_score({2, 5, rarity}) == title_score({5, 5, rarity}));  // never above the whole
}

TEST_CASE("of two titles with the word, the shorter is first") {
  Scorer scorer(10);
  OneTerm one = term_in({1, 2, 3});
  for (Posting& posting : one.postings) posting.fields = kTitle;
  one.postings[0].title_words = 6;
  one.postings[1].title_words = 1;
  one.postings[2].title_words = 3;
  scorer.add(one.as(Kinship::kForm));
  CHECK(documents_of(scorer.rank(0, 10)) == Documents{2, 3, 1});
}

TEST_CASE("the higher impact ranks first, and equals in the order of the input") {
  Scorer scorer(10);
  OneTerm one = term_in({1, 4, 7});
  one.postings[1].impact = kImpactOne + 4;
  scorer.add(one.as(Kinship::kForm));
  CHECK(documents_of(scorer.rank(0, 10)) == Documents{4, 1, 7});
}

TEST_CASE("in a short query, a document with every word is before any with few") {
  Scorer scorer(10);
  const OneTerm rare = term_in({1, 2}, 63);
  const OneTerm common = term_in({2, 3, 4, 5, 6}, 0);
  scorer.add(rare.as(Kinship::kForm));
  scorer.add(common.as(Kinship::kCompletion));
  const Ranking ranking = scorer.rank(0, 10);
  CHECK(documents_of(ranking) == Documents{2, 1, 3, 4, 5, 6});
  CHECK(ranking.total == 6);
  CHECK(ranking.complete == 1);
  CHECK(ranking.hits[0].complete);
  CHECK_FALSE(ranking.hits[1].complete);
}

TEST_CASE("a word that nothing has makes every document partial") {
  Scorer scorer(10);
  scorer.add(term_in({1}).as(Kinship::kForm));
  scorer.add({});
  const Ranking ranking = scorer.rank(0, 10);
  CHECK(ranking.complete == 0);
  CHECK(ranking.total == 1);
}

TEST_CASE("a document without the phrase is dropped") {
  Scorer scorer(10);
  scorer.add(term_in({1, 2, 3}).as(Kinship::kForm));
  scorer.require({{2, 7}});
  const Ranking ranking = scorer.rank(0, 10);
  CHECK(documents_of(ranking) == Documents{2});
  CHECK(ranking.hits[0].best_block == 7);
}

TEST_CASE("pages of a ranking together are the whole of it") {
  check_property([] {
    const auto impacts = *rc::gen::nonEmpty(
        rc::gen::container<std::vector<std::uint8_t>>(rc::gen::inRange<std::uint8_t>(0, 6)));
    const auto step = *rc::gen::inRange<std::size_t>(1, 5);
    OneTerm one;
    for (DocId id = 0; id < impacts.size(); ++id)
      one.postings.push_back(make_posting(id, impacts[id], kBody));
    one.term.document_count = static_cast<std::uint32_t>(impacts.size());
    const auto rank = [&](std::size_t offset, std::size_t limit) {
      Scorer scorer(100);
      scorer.add(one.as(Kinship::kForm));
      return documents_of(scorer.rank(offset, limit));
    };
    const Documents whole = rank(0, impacts.size());
    RC_ASSERT(whole.size() == impacts.size());
    for (std::size_t i = 1; i < whole.size(); ++i) {
      const bool ordered = impacts[whole[i - 1]] > impacts[whole[i]] ||
                           (impacts[whole[i - 1]] == impacts[whole[i]] && whole[i - 1] < whole[i]);
      RC_ASSERT(ordered);
    }
    Documents pages;
    for (std::size_t offset = 0; offset < impacts.size() + step; offset += step) {
      for (const DocId id : rank(offset, step)) pages.push_back(id);
    }
    RC_ASSERT(pages == whole);
  });
}

}  // namespace catchword::test
