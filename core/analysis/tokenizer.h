// Tokenizer: cuts text into the units that are indexed and searched. Index time and query time
// share it, so that they can't disagree.
//
//   words          runs of letters, digits and marks; an apostrophe ends one, a possessive s is dropped
//   identifiers    snake_case, camelCase and c++ are one token, followed by their parts
//   chains         std::vector, 3.14, c++20, $100 and --dry-run are one token, followed by what they are made of
//   symbols        ->, <=> and := are tokens of their own, @property and -v are chains (analysis/symbols.h)
//   Han, Kana,     overlapping pairs of characters, then the last character alone, so that a single
//   Hangul, Thai   character is found as the beginning of a pair wherever it stands
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace catchword {

enum class TokenKind : std::uint8_t {
  kWord,        ///< stands for itself
  kIdentifier,  ///< an identifier as written; its kPart tokens follow
  kPair,        ///< two characters of a script without spaces
  kLast,        ///< the last or only character of a run of such a script
  kPart,        ///< a part of the kIdentifier before it
  kChain,       ///< names or numbers joined by :: or a point, a name with its version, an amount of money or an option,
                ///< as written; the tokens that it is made of follow
  kSymbols,     ///< two to five symbols that stand together: an operator
};

/// Whether a token of this kind takes a place.
constexpr bool has_place(TokenKind kind) { return kind < TokenKind::kChain; }

/// Whether a phrase has tokens of this kind: of names it has the whole, of chains the names.
constexpr bool is_in_phrases(TokenKind kind) { return kind < TokenKind::kPart; }

struct Token {
  std::uint32_t begin = 0;     ///< byte offsets into the text; a token is text[begin, end)
  std::uint32_t end = 0;
  std::uint32_t position = 0;  ///< grows by one with every word, part or character; without a place that of the next
  TokenKind kind = TokenKind::kWord;
};

/// Longer runs are cut here and their rest is skipped: no reader types them, and they'd fill blocks.
inline constexpr std::uint32_t kMaxTokenBytes = 128;

/// Appends the tokens of `text` (UTF-8, under 4 GB; ill-formed bytes separate) to `tokens`, with
/// positions from `position` on. Returns the position behind the last token. Linear.
std::uint32_t tokenize(std::string_view text, std::uint32_t position, std::vector<Token>& tokens);

}  // namespace catchword
