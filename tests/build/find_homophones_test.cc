// Which characters read alike depends on whose they are.
#include "build/homophones.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

namespace catchword::test {
namespace {

Homophones among(const std::vector<std::string>& pairs) {
  std::vector<SpelledWord> words;
  for (const std::string& pair : pairs) words.push_back({pair, pair, 2, false});
  std::vector<const SpelledWord*> pointers;
  for (const SpelledWord& word : words) pointers.push_back(&word);
  return homophones_among(pointers);
}

bool read_alike(const Homophones& homophones, char32_t a, char32_t b) {
  return homophones.of(a).find(b) != std::u32string::npos;
}

}  // namespace

TEST_CASE("characters read alike in Mandarin, in either script, or in Japanese") {
  const Homophones simplified = among({"数据", "据库", "单元"});
  CHECK(read_alike(simplified, U'居', U'据'));
  CHECK(read_alike(simplified, U'账', U'章') == false);  // a class without a character of the pairs
  CHECK(read_alike(simplified, U'远', U'元'));
  CHECK(read_alike(simplified, U'坛', U'单') == false);
  const Homophones traditional = among({"數據", "據庫", "單元"});
  CHECK(read_alike(traditional, U'劇', U'據'));
  CHECK_FALSE(read_alike(traditional, U'剧', U'據'));
  const Homophones japanese = among({"検索", "変換", "自動"});
  CHECK(read_alike(japanese, U'件', U'検'));
  CHECK(read_alike(japanese, U'堂', U'動'));
}

TEST_CASE("what many speakers do not tell apart reads alike") {
  const Homophones homophones = among({"知道", "民众"});
  CHECK(read_alike(homophones, U'资', U'知'));
  CHECK(read_alike(homophones, U'名', U'民'));
}

TEST_CASE("without Han there are none") {
  CHECK(among({}).classes.empty());
  CHECK(among({"かな", "함수"}).classes.empty());
}

TEST_CASE("classes are written as the format has them") {
  const Homophones homophones = among({"数据", "单元"});
  CHECK(std::is_sorted(homophones.classes.begin(), homophones.classes.end()));
  for (const std::u32string& one : homophones.classes) {
    CHECK(one.size() >= 2);
    CHECK(std::adjacent_find(one.begin(), one.end(), std::greater_equal<>()) == one.end());
  }
}

}  // namespace catchword::test
