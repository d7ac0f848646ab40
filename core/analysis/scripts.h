// Scripts that are indexed by pairs of characters and whose mistakes are mended: Katakana, Han, Hangul, and those of
// South-East Asia, as far as they are in the Basic Multilingual Plane, which has all that is in common use.
#pragma once

#include <array>
#include <string_view>

namespace catchword {

inline bool is_katakana(char32_t character) { return character >= 0x30A1 && character < 0x3100; }
inline bool is_han(char32_t character) { return character >= 0x3400 && character < 0xA000; }
inline bool is_hangul(char32_t character) { return character >= 0xAC00 && character < 0xD7A4; }

/// Whether `text` (UTF-8) begins with such a character.
inline bool begins_with_katakana(std::string_view text) { return text >= "\u30A1" && text < "\u3100"; }
inline bool begins_with_hangul(std::string_view text) { return text >= "\uAC00" && text < "\uD7A4"; }

inline bool is_south_east_asian(char32_t character) {
  return character - 0xE00 < 0x100 || character - 0x1000 < 0xA0 || character - 0x1780 < 0x80;
}

/// Whether a word may begin at `place` of a run of Thai, Lao, Khmer or Burmese: not with a vowel or another sign that stands
/// behind a letter, nor with a letter that is put below another one or ends a syllable.
inline bool may_begin_word(std::u32string_view run, std::size_t place) {
  const char32_t c = run[place];
  const char32_t in_block = c & 0x7F;
  if (c < 0xF00 ? in_block - 0x30 < 13 || in_block - 0x45 < 10 : c - 0x102B < 20 || c - 0x17B6 < 30) return false;
  if (place > 0 && (run[place - 1] == 0x1039 || run[place - 1] == 0x17D2)) return false;
  return place + 1 == run.size() || run[place + 1] != 0x103A;
}

/// Whether `text` begins with a character of Thai, Lao, Khmer or Burmese.
inline bool begins_with_south_east_asian(std::string_view text) {
  if (text.size() < 3) return false;
  const unsigned two = (text[0] & 0xFFu) << 8 | (text[1] & 0xFFu);
  return two - 0xE0B8 < 4 || two - 0xE180 < 3 || (two | 1) == 0xE19F;
}

/// Whether `text` begins with one of any of them; what stands between Katakana and Han is like them.
inline bool begins_mended(std::string_view text) {
  return (text >= "\u30A1" && text < "\uA000") || begins_with_hangul(text) || begins_with_south_east_asian(text);
}

inline constexpr char32_t kFirstSyllable = 0xAC00;

/// How many letters may stand first in a syllable of Hangul, second, and last, none being one of them: syllables are made
/// of them by arithmetic (The Unicode Standard, 3.12).
inline constexpr std::array<char32_t, 3> kLettersOfSyllable{19, 21, 28};

}  // namespace catchword
