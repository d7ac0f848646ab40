// The small functions of a score against their formulas.
#include "search/weighing.h"

#include <algorithm>
#include <cmath>

#include "index/impact.h"
#include "support/property.h"

namespace catchword::test {

TEST_CASE("the inverse document frequency is log2((N + 1) / (n + 1/2)), and at least an eighth") {
  for (const std::uint32_t all : {1u, 10u, 1000u, 1000000u}) {
    for (std::uint32_t n = 0; n <= all; n += all / 5 + (all > 5 ? 0 : 1)) {
      const double exact = std::max(512.0, 4096 * std::log2((all + 1.0) / (n + 0.5)));
      CHECK(std::abs(inverse_document_frequency(n, all) - exact) <= 1.01);
    }
  }
}

TEST_CASE("saturation is x (k1 + 1) / (x + k1), and rises towards k1 + 1") {
  CHECK(saturate(0, 384) == 0);
  CHECK(saturate(kFrequencyOne, 384) == kFrequencyOne);
  std::uint32_t before = 0;
  for (std::uint32_t x = 1; x < (1u << 22); x += x / 3 + 1) {
    const double exact = x * 2.5 / (x / 256.0 + 1.5);
    CHECK(std::abs(saturate(x, 384) - exact) <= 1);
    CHECK(saturate(x, 384) >= before);
    before = saturate(x, 384);
  }
  CHECK(before <= kFrequencyOne * 5 / 2);
}

TEST_CASE("the better kin counts for more") {
  const Weighing name;
  CHECK(weight_of(Kinship::kForm, name) == kFrequencyOne);
  CHECK(weight_of(Kinship::kForm, name) > weight_of(Kinship::kFolded, name));
  CHECK(weight_of(Kinship::kFolded, name) > weight_of(Kinship::kInflection, name));
  CHECK(weight_of(Kinship::kInflection, name) >= weight_of(Kinship::kCompletion, name));
}

TEST_CASE("a title counts for the part of it that the query covers") {
  const Weighing name;
  const std::uint32_t rarity = 4096 * 5;
  CHECK(title_score({0, 0, 0}, name) == 0);
  CHECK(title_score({1, 1, rarity}, name) > title_score({2, 1, rarity}, name));
  CHECK(title_score({2, 1, rarity}, name) > title_score({8, 1, rarity}, name));
  CHECK(title_score({8, 1, rarity}, name) > title_score({1, 1, rarity / 4}, name));  // the longest has its floor
  CHECK(title_score({4, 2, rarity}, name) > title_score({4, 1, rarity}, name));
  CHECK(title_score({4, 2, 2 * rarity}, name) > title_score({4, 2, rarity}, name));
  CHECK(title_score({2, 5, rarity}, name) == title_score({5, 5, rarity}, name));  // never above the whole
}

TEST_CASE("in a title, a word that follows the one before counts twice") {
  const Weighing name;
  TitleCover apart{3, 1, 4096};
  TitleCover side_by_side = apart;
  cover_title(apart, 4096, false, name);
  cover_title(side_by_side, 4096, true, name);
  CHECK(apart.matched == 2);
  CHECK(apart.rarity == 2 * 4096);
  CHECK(side_by_side.matched == 2);
  CHECK(side_by_side.rarity == 3 * 4096);
}

TEST_CASE("the longer a query, the more it is weighed as a question") {
  CHECK(Weighing::of(0).inflection == Weighing().inflection);
  CHECK(Weighing::of(2).saturation == Weighing().saturation);
  CHECK(Weighing::of(7).inflection == 256);
  CHECK(Weighing::of(64).inflection == 256);
  CHECK(Weighing::of(61).saturation == 384 + 59 * 40);
  CHECK(Weighing::of(1000).saturation == 384 + 59 * 40);
  for (std::size_t words = 2; words < 61; ++words) {
    const Weighing few = Weighing::of(words);
    const Weighing more = Weighing::of(words + 1);
    CHECK(few.saturation < more.saturation);
    CHECK(few.presence >= more.presence);
    if (words >= 7) continue;
    CHECK(few.inflection < more.inflection);
    CHECK(few.common < more.common);
    CHECK(few.title > more.title);
  }
}

TEST_CASE("a rare form of a common word counts by its own rarity, as far as it is meant") {
  const Weighing name;
  const WordRarity rarity{4096 * 8, 4096 * 2, 4096};
  CHECK(blended_rarity({0, 256, 0}, rarity, name) == rarity.all);
  CHECK(blended_rarity({256, 256, 0}, rarity, name) > blended_rarity({256, 512, 0}, rarity, name));
  CHECK(blended_rarity({256, 256, 0}, rarity, name) < rarity.own);
  CHECK(title_rarity(InTitle::kOwn, rarity, name) > title_rarity(InTitle::kInflected, rarity, name));
  CHECK(title_rarity(InTitle::kInflected, rarity, name) == title_rarity(InTitle::kInflected, {9, rarity.all, 9}, name));
  CHECK(title_rarity(InTitle::kCompleted, rarity, name) < rarity.completion);
  CHECK(title_rarity(InTitle::kNot, rarity, name) == 0);
}

TEST_CASE("the more its completions add, the more an only word is taken as unfinished, and no other is") {
  const Weighing only = Weighing::of(1);
  WordRarity rarity{4096 * 8, 4096 * 8, 4096};
  const std::uint32_t finished = title_rarity(InTitle::kCompleted, rarity, only);
  rarity.unfinished = 4096 * 7;
  CHECK(title_rarity(InTitle::kCompleted, rarity, only) > rarity.own);
  CHECK(title_rarity(InTitle::kInflected, rarity, only) > rarity.own);
  CHECK(title_rarity(InTitle::kOwn, rarity, only) == title_rarity(InTitle::kOwn, {rarity.own, rarity.all, 4096}, only));
  CHECK(title_rarity(InTitle::kCompleted, rarity, Weighing::of(2)) == finished);
}

TEST_CASE("a word that is there counts for more than its frequency, and one that isn't for nothing") {
  const Weighing name;
  CHECK(word_score({0, 0, 0}, {4096, 4096, 4096}, name) == 0);
  CHECK(word_score({0, 1, 0}, {4096, 4096, 4096}, name) >= name.presence);
  CHECK(word_score({0, 0, 1}, {4096, 4096, 4096}, name) >= name.presence);
}

TEST_CASE("in a question, words of nearly every document decide nothing") {
  const Weighing question = Weighing::of(12);
  CHECK(word_score({256, 256, 0}, {2000, 2000, 2000}, question) == 0);
  CHECK(word_score({256, 256, 0}, {8000, 8000, 8000}, question) > 0);
}

}  // namespace catchword::test
