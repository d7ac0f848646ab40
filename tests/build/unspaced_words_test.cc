// Words that no space sets apart: which there are, and how often.
#include "build/unspaced_words.h"

#include <catch2/catch.hpp>
#include <map>

#include "support/documents.h"

namespace catchword::test {
namespace {

std::map<std::string, SpelledWord> words_of(std::vector<Document> documents) {
  const Result<std::vector<SpelledWord>> words = unspaced_words(Documents(std::move(documents)), 2);
  REQUIRE(words);
  std::map<std::string, SpelledWord> found;
  std::string before;
  for (const SpelledWord& word : *words) {
    CHECK(word.folded > before);
    before = word.folded;
    found[word.form] = word;
  }
  return found;
}

}  // namespace

TEST_CASE("words of Katakana stand in two documents or a title, and are set apart by other scripts") {
  const auto words = words_of({
      make_document("a", "マクロの記録", {make_passage("データベース管理", "サーバーとデータベース、テスト・カメ。カメラ、データ")}),
      make_document("b", "b", {make_passage("", "データベース: サーバー、サーバー table カメ アアアアアアアアアアアアアアアアアアアアア")}),
      make_document("c", "c", {make_passage("", "サーバー アアアアアアアアアアアアアアアアアアアアア")}),
  });
  REQUIRE(words.size() == 3);
  CHECK(words.at("データベース").count == 2);
  CHECK(words.at("サーバー").count == 3);
  CHECK(words.at("マクロ").count == 1);
  CHECK(words.at("マクロ").in_title);
  CHECK_FALSE(words.at("サーバー").in_title);
}

TEST_CASE("of the forms that fold alike the most frequent is shown") {
  const auto words = words_of({
      make_document("a", "a", {make_passage("", "ハンク バンク バンク")}),
      make_document("b", "b", {make_passage("", "バンク")}),
  });
  REQUIRE(words.size() == 1);
  CHECK(words.at("バンク").count == 2);
}

TEST_CASE("words of Thai, Lao, Khmer and Burmese are those of the dictionaries") {
  const auto words = words_of({
      make_document("a", "การตั้งค่า", {make_passage("ตารางข้อมูล", "นำเข้าตาราง\u200B។បញ្ចូល\u200Bតារាង ພາສາລາວ ဘာသာစကား ก")}),
      make_document("b", "b", {make_passage("ตารางตาราง", "ข้อมูลนำ បញ្ចូលតារាង ພາສາລາວ ဘာသာစကား ก")}),
  });
  std::string all;
  for (const auto& [form, word] : words) all += form + ' ';
  CHECK(all == "การ ข้อมูล ค่า ตั้ง ตาราง นำ ພາສາ ລາວ ဘာသာစကား តារាង បញ្ចូល ");
  CHECK(words.at("ตาราง").count == 2);
  CHECK_FALSE(words.at("ตาราง").in_title);
  CHECK(words.at("การ").count == 1);
  CHECK(words.at("การ").in_title);
  CHECK(words.at("นำ").folded == "นำ");  // whose normal form has a character more
}

TEST_CASE("the number of threads changes nothing") {
  std::vector<Document> documents;
  for (int i = 0; i < 60; ++i) {
    documents.push_back(make_document(std::to_string(i), i % 7 == 0 ? "ตาราง" : "b", {make_passage("", i % 3 == 0 ? "ข้อมูลตาราง" : "データベース นำเข้า")}));
  }
  const Documents all(std::move(documents));
  const auto one = unspaced_words(all, 1);
  const auto three = unspaced_words(all, 3);
  REQUIRE(one);
  REQUIRE(three);
  REQUIRE(one->size() == 5);
  REQUIRE(three->size() == one->size());
  for (std::size_t i = 0; i < one->size(); ++i) {
    CHECK((*one)[i].folded == (*three)[i].folded);
    CHECK((*one)[i].count == (*three)[i].count);
    CHECK((*one)[i].in_title == (*three)[i].in_title);
  }
}

}  // namespace catchword::test
