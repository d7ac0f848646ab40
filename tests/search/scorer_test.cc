// Scorer: the order of a ranking.
#include "search/scorer.h"

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

const Weighing kName;

}  // namespace

TEST_CASE("of two titles with the word, the shorter is first") {
  Scorer scorer(10, kName);
  OneTerm one = term_in({1, 2, 3});
  for (Posting& posting : one.postings) posting.fields = kTitle;
  for (Posting& posting : one.postings) posting.title_place = 1;
  one.postings[0].title_words = 6;
  one.postings[1].title_words = 1;
  one.postings[2].title_words = 3;
  scorer.add(one.as(Kinship::kForm));
  CHECK(documents_of(rank(scorer, 0, 10)) == Documents{2, 3, 1});
}

TEST_CASE("a title counts only for words that are its own") {
  Scorer scorer(10, kName);
  OneTerm one = term_in({1, 2, 3});
  for (Posting& posting : one.postings) posting.fields = kTitle;
  one.postings[0].title_words = 1;  // a compound, of which the word is a part
  one.postings[1].title_words = 3;
  one.postings[1].title_place = 3;
  one.postings[2].title_words = kMostTitleWords;
  one.postings[2].title_place = kNoTitlePlace;
  scorer.add(one.as(Kinship::kForm));
  CHECK(documents_of(rank(scorer, 0, 10)) == Documents{2, 3, 1});
}

TEST_CASE("of two titles with the words, the one that has them side by side as the query does is first") {
  Scorer scorer(10, kName);
  std::vector<OneTerm> words{term_in({1, 2, 3}), term_in({1, 2, 3}), term_in({4})};
  const std::vector<std::vector<std::uint8_t>> places{{2, 1, 1}, {1, 3, 2}};
  for (std::size_t word = 0; word < places.size(); ++word) {
    for (std::size_t i = 0; i < 3; ++i) {
      Posting& posting = words[word].postings[i];
      posting.fields = kTitle;
      posting.title_words = 3;
      posting.title_place = places[word][i];
    }
  }
  SECTION("one behind the other") {
    scorer.add(words[0].as(Kinship::kForm));
    scorer.add(words[1].as(Kinship::kForm));
    CHECK(documents_of(rank(scorer, 0, 10)) == Documents{3, 1, 2});
  }
  SECTION("but not where the query has another between") {
    scorer.add(words[0].as(Kinship::kForm));
    scorer.add(words[2].as(Kinship::kForm));
    scorer.add(words[1].as(Kinship::kForm));
    CHECK(documents_of(rank(scorer, 0, 3)) == Documents{1, 2, 3});
  }
}

TEST_CASE("the higher impact ranks first, and equals in the order of the input") {
  Scorer scorer(10, kName);
  OneTerm one = term_in({1, 4, 7});
  one.postings[1].impact = kImpactOne + 4;
  scorer.add(one.as(Kinship::kForm));
  CHECK(documents_of(rank(scorer, 0, 10)) == Documents{4, 1, 7});
}

TEST_CASE("in a short query, a document with every word is before any with few") {
  Scorer scorer(10, kName);
  const OneTerm rare = term_in({1, 2}, 63);
  const OneTerm common = term_in({2, 3, 4, 5, 6}, 0);
  scorer.add(rare.as(Kinship::kForm));
  scorer.add(common.as(Kinship::kCompletion));
  const Ranking ranking = rank(scorer, 0, 10);
  CHECK(documents_of(ranking) == Documents{2, 1, 3, 4, 5, 6});
  CHECK(ranking.total == 6);
  CHECK(ranking.complete == 1);
  CHECK(ranking.hits[0].complete);
  CHECK_FALSE(ranking.hits[1].complete);
}

TEST_CASE("a word that nothing has makes every document partial") {
  Scorer scorer(10, kName);
  scorer.add(term_in({1}).as(Kinship::kForm));
  scorer.add({});
  const Ranking ranking = rank(scorer, 0, 10);
  CHECK(ranking.complete == 0);
  CHECK(ranking.total == 1);
}

TEST_CASE("a document without the phrase is dropped") {
  Scorer scorer(10, kName);
  scorer.add(term_in({1, 2, 3}).as(Kinship::kForm));
  scorer.require({{2, 7}});
  const Ranking ranking = rank(scorer, 0, 10);
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
    const auto page_of = [&](std::size_t offset, std::size_t limit) {
      Scorer scorer(100, kName);
      scorer.add(one.as(Kinship::kForm));
      return documents_of(rank(scorer, offset, limit));
    };
    const Documents whole = page_of(0, impacts.size());
    RC_ASSERT(whole.size() == impacts.size());
    for (std::size_t i = 1; i < whole.size(); ++i) {
      const bool ordered = impacts[whole[i - 1]] > impacts[whole[i]] ||
                           (impacts[whole[i - 1]] == impacts[whole[i]] && whole[i - 1] < whole[i]);
      RC_ASSERT(ordered);
    }
    Documents pages;
    for (std::size_t offset = 0; offset < impacts.size() + step; offset += step) {
      for (const DocId id : page_of(offset, step)) pages.push_back(id);
    }
    RC_ASSERT(pages == whole);
  });
}

}  // namespace catchword::test
