// The accents of a misspelled word, kept while its mistake is mended.
#include "spelling/typed_accents.h"

#include <catch2/catch.hpp>
#include <string>

#include "analysis/word.h"
#include "base/utf8.h"
#include "support/property.h"

namespace catchword::test {

TEST_CASE("letters that stay keep their accents, and what is put in has none") {
  CHECK(with_typed_accents("schöhn", "schon") == "schön");
  CHECK(with_typed_accents("nhấòt", "nhat") == "nhất");
  CHECK(with_typed_accents("qhải", "phai") == "phải");
  CHECK(with_typed_accents("đág", "dang") == "đáng");
  CHECK(with_typed_accents("ựđng", "dung") == "đựng");
  CHECK(with_typed_accents("größ", "grosse") == "");  // a letter that folds to two
  CHECK(with_typed_accents("còpia", "copia") == "còpia");
  CHECK(with_typed_accents("còpia", "capita") == "");
  CHECK(with_typed_accents("à", "") == "");
  CHECK(with_typed_accents("", "a") == "a");
  CHECK(with_typed_accents("", "") == "");
}

TEST_CASE("a word with a letter too many, too few or replaced is mended to what it folds to") {
  check_property([] {
    const auto letter = rc::gen::element(U'a', U'b', U'á', U'đ');
    const std::u32string word = *rc::gen::nonEmpty(rc::gen::container<std::u32string>(letter));
    const auto at = *rc::gen::inRange<std::size_t>(0, word.size());
    const std::u32string before = word.substr(0, at);
    const std::u32string behind = word.substr(at + 1);
    for (const std::u32string& typed : {before + *letter + word.substr(at), before + behind, before + *letter + behind}) {
      const std::string meant = fold(utf8_of(word));
      RC_ASSERT(fold(with_typed_accents(utf8_of(typed), meant)) == meant);
    }
  });
}

}  // namespace catchword::test
