// Scripts that are indexed by pairs of characters and whose mistakes are mended: Katakana, Han and Hangul, as far as they
// are in the Basic Multilingual Plane, which has all that is in common use.
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

/// Whether `text` begins with one of any of them; what stands between Katakana and Han is like them.
inline bool begins_mended(std::string_view text) {
  return (text >= "\u30A1" && text < "\uA000") || begins_with_hangul(text);
}

inline constexpr char32_t kFirstSyllable = 0xAC00;

/// How many letters may stand first in a syllable of Hangul, second, and last, none being one of them: syllables are made
/// of them by arithmetic (The Unicode Standard, 3.12).
inline constexpr std::array<char32_t, 3> kLettersOfSyllable{19, 21, 28};

}  // namespace catchword
