// Words in Katakana: which there are, and how often.
#include "build/katakana_words.h"

#include <catch2/catch.hpp>
#include <map>

#include "support/documents.h"

namespace catchword::test {
namespace {

std::map<std::string, SpelledWord> words_of(std::vector<Document> documents) {
  const Result<std::vector<SpelledWord>> words = katakana_words(Documents(std::move(documents)));
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

}  // namespace catchword::test
