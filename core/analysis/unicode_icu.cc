// Unicode by ICU, for the native program.
#include <unicode/bytestream.h>
#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <iterator>

#include "analysis/unicode.h"

namespace catchword {
namespace {

constexpr std::uint32_t kLetterMask = U_GC_L_MASK;
constexpr std::uint32_t kDigitMask = U_GC_N_MASK;
constexpr std::uint32_t kMarkMask = U_GC_M_MASK;

CharacterClass class_by_script(UScriptCode script) {
  switch (script) {
    case USCRIPT_HAN: return CharacterClass::kHan;
    case USCRIPT_HIRAGANA: return CharacterClass::kHiragana;
    case USCRIPT_KATAKANA: return CharacterClass::kKatakana;
    case USCRIPT_HANGUL: return CharacterClass::kHangul;
    case USCRIPT_THAI:
    case USCRIPT_LAO:
    case USCRIPT_KHMER:
    case USCRIPT_MYANMAR: return CharacterClass::kSouthEastAsian;
    default: return CharacterClass::kSeparator;
  }
}

CharacterClass class_of_mark(std::uint32_t category, UScriptCode script) {
  const bool omissible = script == USCRIPT_INHERITED || script == USCRIPT_ARABIC ||
                         script == USCRIPT_HEBREW;
  return category == U_GC_MN_MASK && omissible ? CharacterClass::kAccent : CharacterClass::kMark;
}

struct Replacement {
  UChar32 letter;
  const char16_t* by;
};

// Letters that readers replace and that no normal form takes apart; sorted by code point. Also in web/engine/host.js.
constexpr Replacement kReplacements[] = {
    {0xDF, u"ss"}, {0xE6, u"ae"}, {0xF0, u"d"}, {0xF8, u"o"}, {0xFE, u"th"}, {0x111, u"d"},
    {0x127, u"h"}, {0x131, u"i"}, {0x142, u"l"}, {0x153, u"oe"},
    {0x3C2, u"\u03C3"},                          // Greek final sigma
    {0x629, u"\u0647"}, {0x640, u""},            // Arabic teh marbuta, tatweel
    {0x649, u"\u064A"}, {0x671, u"\u0627"},      // alef maksura, alef wasla
    {0x6A9, u"\u0643"},                          // Persian kaf
    {0x6CC, u"\u064A"},                          // Persian yeh
    {0xA64B, u"\u0443"},                         // monograph uk
};

bool append_replacement(icu::UnicodeString& text, UChar32 letter) {
  const auto found = std::lower_bound(
      std::begin(kReplacements), std::end(kReplacements), letter,
      [](const Replacement& replacement, UChar32 wanted) { return replacement.letter < wanted; });
  if (found == std::end(kReplacements) || found->letter != letter) return false;
  text.append(icu::UnicodeString(found->by));
  return true;
}

// What normal forms join to the character before: the sound marks of half-width kana, vowels and finals of Hangul that
// are written apart.
bool completes_syllable(UChar32 c) {
  return c == 0xFF9E || c == 0xFF9F || (c >= 0x1160 && c <= 0x11FF) || (c >= 0xD7B0 && c <= 0xD7FB);
}

icu::UnicodeString without(const icu::UnicodeString& text, CharacterClass unwanted, bool replace) {
  icu::UnicodeString kept;
  for (std::int32_t at = 0; at < text.length(); at = text.moveIndex32(at, 1)) {
    const UChar32 c = text.char32At(at);
    if (replace && append_replacement(kept, c)) continue;
    if (character_class(static_cast<char32_t>(c)) != unwanted) kept.append(c);
  }
  return kept;
}

icu::UnicodeString written(const icu::UnicodeString& text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2& normalizer = *icu::Normalizer2::getNFKCInstance(status);
  icu::UnicodeString form = normalizer.normalize(text, status);
  form.toLower(icu::Locale::getRoot());
  return without(normalizer.normalize(form, status), CharacterClass::kFormat, false);
}

icu::UnicodeString folded(const icu::UnicodeString& text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString apart = icu::Normalizer2::getNFDInstance(status)->normalize(text, status);
  const icu::UnicodeString bare = without(apart, CharacterClass::kAccent, true);
  return icu::Normalizer2::getNFCInstance(status)->normalize(bare, status);
}

}  // namespace

CharacterClass character_class(char32_t code_point) {
  const auto c = static_cast<UChar32>(code_point);
  if (completes_syllable(c)) return CharacterClass::kMark;
  if (c == 0x30FC || c == 0xFF70) return CharacterClass::kKatakana;  // the long vowel sign is of no one script
  if (c == 0x3005) return CharacterClass::kHan;                      // and so is the iteration mark
  const std::uint32_t category = U_GET_GC_MASK(c);
  if ((category & (kLetterMask | kDigitMask | kMarkMask)) == 0) {
    if (category == U_GC_SC_MASK) return CharacterClass::kCurrency;
    return category == U_GC_CF_MASK ? CharacterClass::kFormat : CharacterClass::kSeparator;
  }
  UErrorCode status = U_ZERO_ERROR;
  const UScriptCode script = uscript_getScript(c, &status);
  const CharacterClass by_script = class_by_script(script);
  if (by_script != CharacterClass::kSeparator) return by_script;
  if ((category & kLetterMask) != 0) return CharacterClass::kLetter;
  if ((category & kDigitMask) != 0) return CharacterClass::kDigit;
  return class_of_mark(category, script);
}

std::string form_of(std::string_view text, WordForm form) {
  const icu::UnicodeString from =
      icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
  std::string out;
  (form == WordForm::kWritten ? written(from) : folded(from)).toUTF8String(out);
  return out;
}

}  // namespace catchword
