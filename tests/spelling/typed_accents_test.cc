// The accents of a misspelled word, kept while its mistake is mended.
#include "spelling/typed_accents.h"

#include <catch2/catch.hpp>

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

TEST_CASE("one edit away is what was meant, and nothing is made of more") {
  check_property([] {
    const auto letters = rc::gen::container<std::u32string>(rc::gen::element(U'a', U'b', U'á', U'ß'));
    const std::string form = word_form(utf8_of(*letters));
    const std::string meant = fold(utf8_of(*letters));
    const std::string edited = with_typed_accents(form, meant);
    RC_ASSERT(edited.empty() || fold(edited) == meant);
    RC_ASSERT(with_typed_accents(meant, meant) == meant);
  });
}

}  // namespace catchword::test
