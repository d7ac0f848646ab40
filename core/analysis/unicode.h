// What the analysis asks of Unicode: a character's class and two forms of a word. Two implementations
// answer alike: unicode_icu.cc (native) and unicode_host.cc (the module, which asks the browser so that
// no Unicode table crosses the wire). tests/web/agreement.test.mjs compares them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace catchword {

enum class CharacterClass : std::uint8_t {
  kSeparator = 0,
  kLetter = 1,
  kDigit = 2,           ///< Nd, Nl, No
  kMark = 3,            ///< a mark that changes its word: vowel signs, viramas
  kHan = 4,
  kHiragana = 5,
  kKatakana = 6,
  kHangul = 7,
  kSouthEastAsian = 8,  ///< Thai, Lao, Khmer, Myanmar: written without spaces
  kAccent = 9,          ///< a mark that a reader may leave out
  kFormat = 10,         ///< soft hyphen, joiners: no part of any word
  kCurrency = 11,       ///< Sc: $, €
};

/// The class of one code point; kSeparator for everything that isn't named above.
CharacterClass character_class(char32_t code_point);

enum class WordForm : std::uint8_t {
  kWritten = 0,  ///< NFKC, lower case, NFKC, without kFormat: one spelling for what reads alike
  kFolded = 1,   ///< NFD, without kAccent and with common letters for special ones, NFC
};

/// The `form` of `text`, which is UTF-8; ill-formed bytes become U+FFFD. May be empty.
std::string form_of(std::string_view text, WordForm form);

}  // namespace catchword
