// Word forms and folding: tables, and what holds for every character.
#include "analysis/word.h"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include "analysis/tokenizer.h"
#include "analysis/unicode.h"
#include "base/utf8.h"
#include "support/property.h"

namespace catchword::test {
namespace {

struct WordForms {
  std::string_view token;
  std::string_view form;
  std::string_view folded;
};

constexpr WordForms kWordForms[] = {
    {"word", "word", "word"},
    {"WORD", "word", "word"},
    {"Café", "café", "cafe"},
    {"Cafe\u0301", "café", "cafe"},
    {"Ｃafé", "café", "cafe"},
    {"ＡＢＣ１２", "abc12", "abc12"},
    {"straße", "straße", "strasse"},
    {"STRASSE", "strasse", "strasse"},
    {"STRAẞE", "straße", "strasse"},
    {"Ångström", "ångström", "angstrom"},
    {"naïve", "naïve", "naive"},
    {"œuvre", "œuvre", "oeuvre"},
    {"Æsir", "æsir", "aesir"},
    {"Øresund", "øresund", "oresund"},
    {"Đà", "đà", "da"},
    {"Łódź", "łódź", "lodz"},
    {"Þórr", "þórr", "thorr"},
    {"ħal", "ħal", "hal"},
    {"ırmak", "ırmak", "irmak"},
    {"ﬁne", "fine", "fine"},
    {"soft\u00ADhyphen", "softhyphen", "softhyphen"},
    {"zero\u200Dwidth", "zerowidth", "zerowidth"},
    {"x²", "x2", "x2"},
    {"№", "no", "no"},
    {"ΣΊΣΥΦΟΣ", "σίσυφος", "σισυφοσ"},
    {"λόγος", "λόγος", "λογοσ"},
    {"ЁЖ", "ёж", "еж"},
    {"мой", "мой", "мои"},
    {"مُحَمَّد", "مُحَمَّد", "محمد"},
    {"مدرسة", "مدرسة", "مدرسه"},
    {"کتاب", "کتاب", "كتاب"},
    {"على", "على", "علي"},
    {"كـتاب", "كـتاب", "كتاب"},
    {"ٱلكتاب", "ٱلكتاب", "الكتاب"},
    {"أحمد", "أحمد", "احمد"},
    {"שָׁלוֹם", "שָׁלוֹם", "שלום"},
    {"नमस्ते", "नमस्ते", "नमस्ते"},
    {"한국", "한국", "한국"},
    {"ﾃﾞｰ", "デー", "テー"},
    {"ｶﾞ", "ガ", "カ"},
    {"が", "が", "か"},
    {"北京", "北京", "北京"},
    {"ที่", "ที่", "ที่"},
    {"Việt", "việt", "viet"},
};

std::string of(char32_t code_point) {
  std::string text;
  append_utf8(text, code_point);
  return text;
}

std::string canonically_decomposed(const std::string& text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2& normalizer = *icu::Normalizer2::getNFDInstance(status);
  std::string decomposed;
  normalizer.normalize(icu::UnicodeString::fromUTF8(text), status).toUTF8String(decomposed);
  return decomposed;
}

bool is_word_character(char32_t code_point) {
  const CharacterClass c = character_class(code_point);
  return c != CharacterClass::kSeparator && c != CharacterClass::kFormat;
}

}  // namespace

TEST_CASE("written and folded forms") {
  for (const WordForms& c : kWordForms) {
    INFO(c.token);
    CHECK(word_form(c.token) == c.form);
    CHECK(fold(word_form(c.token)) == c.folded);
  }
}

TEST_CASE("a form of which nothing would be left stays") {
  CHECK(fold("\u0301") == "\u0301");
  CHECK(fold("ـ") == "ـ");  // a tatweel alone
}

TEST_CASE("for every character of words: forms are their own forms, folded ones their own folded") {
  std::size_t faults = 0;
  for (char32_t point = 0x21; point <= 0x10FFFF; ++point) {
    if (point >= 0xD800 && point <= 0xDFFF) continue;
    if (!is_word_character(point)) continue;
    const std::string form = word_form("a" + of(point));
    const std::string folded = fold(form);
    const bool fine = word_form(form) == form && fold(folded) == folded && !folded.empty();
    if (fine) continue;
    if (++faults <= 10) UNSCOPED_INFO("U+" << std::hex << static_cast<std::uint32_t>(point));
  }
  CHECK(faults == 0);
}

TEST_CASE("spellings that only normal forms tell apart have one form") {
  check_property(
      [] {
        const auto points = *rc::gen::container<std::vector<int>>(rc::gen::inRange(0xC0, 0x24F));
        std::string composed;
        for (const int point : points) append_utf8(composed, static_cast<char32_t>(point));
        const std::string decomposed = canonically_decomposed(composed);
        RC_ASSERT(word_form(composed) == word_form(decomposed));
        RC_ASSERT(fold(word_form(composed)) == fold(word_form(decomposed)));
      },
      300);
}

TEST_CASE("ill-formed bytes make a form all the same") {
  check_property([](const std::string& bytes) {
    const std::string form = word_form(bytes);
    RC_ASSERT(word_form(form) == form);
    RC_ASSERT(fold(fold(form)) == fold(form));
  });
}

}  // namespace catchword::test
