// Hangul: syllables, each one character, made of two or three letters by arithmetic (The Unicode Standard, 3.12).
#pragma once

#include <array>
#include <string_view>

namespace catchword {

/// Whether `text` (UTF-8) begins with a syllable of Hangul.
inline bool begins_with_hangul(std::string_view text) { return text >= "\uAC00" && text < "\uD7A4"; }

inline constexpr char32_t kFirstSyllable = 0xAC00;
inline constexpr char32_t kLastSyllable = 0xD7A3;

/// How many letters may stand first in a syllable, second, and last, none being one of them.
inline constexpr std::array<char32_t, 3> kLettersOfSyllable{19, 21, 28};

}  // namespace catchword
