// Unicode by ICU, for the native program.
#include <unicode/bytestream.h>
#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

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

const icu::Normalizer2& normalizer(NormalForm form) {
  UErrorCode status = U_ZERO_ERROR;
  switch (form) {
    case NormalForm::kWord: return *icu::Normalizer2::getNFKCInstance(status);
    case NormalForm::kDecomposed: return *icu::Normalizer2::getNFDInstance(status);
    case NormalForm::kComposed: return *icu::Normalizer2::getNFCInstance(status);
  }
  return *icu::Normalizer2::getNFCInstance(status);
}

}  // namespace

CharacterClass character_class(char32_t code_point) {
  const auto c = static_cast<UChar32>(code_point);
  if (c == 0x30FC) return CharacterClass::kKatakana;  // the long vowel sign is of no one script
  if (c == 0x3005) return CharacterClass::kHan;       // and so is the iteration mark
  const std::uint32_t category = U_GET_GC_MASK(c);
  if ((category & (kLetterMask | kDigitMask | kMarkMask)) == 0) {
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

void normalize(NormalForm form, std::string_view text, std::string& out) {
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeString result = normalizer(form).normalize(
      icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())}), status);
  if (form == NormalForm::kWord) {
    result.toLower(icu::Locale::getRoot());
    result = normalizer(form).normalize(result, status);
  }
  result.toUTF8String(out);
}

}  // namespace catchword
