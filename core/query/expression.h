// Expression: a query as it was understood, as a tree; and the way there and back.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "search/query.h"

namespace catchword {

struct Expression {
  enum Kind : std::uint8_t {
    kAll,      ///< each of `children`; at the top, words are evidence and all else is required
    kSome,     ///< one of `children`
    kNot,      ///< not children[0]
    kWord,     ///< `word`, in any of its forms
    kExact,    ///< `word`, in this form only
    kPattern,  ///< a term that fits word.folded, in which * stands for any letters and ? for one
    kFuzzy,    ///< a term at most `distance` mistakes away from `word`
    kPhrase,   ///< the words of `phrase` side by side
    kNear,     ///< each of `children`, words and phrases, at most `distance` words between neighbours
    kValue,    ///< `key` has the value `from`
    kRange,    ///< `key` is from `from` to `to`, an empty one being open; they are left out when `distance` is 1
  };

  Kind kind = kAll;
  bool required = false;    ///< joined by AND
  std::uint32_t distance = 0;
  std::string key;          ///< the field or metadata key that it must stand in; empty: anywhere
  std::string text;         ///< of a leaf: as typed, without operators
  std::string typed;        ///< of a leaf, or of several words without a space: as typed
  QueryWord word;
  std::vector<QueryWord> chain;  ///< of a chain's first word: the chain, and its words
  QueryPhrase phrase;
  std::string from;
  std::string to;
  std::vector<Expression> children;

  [[nodiscard]] bool is_leaf() const { return kind >= kWord && kind != kNear; }
};

/// Whether it is one word, however it is meant.
inline bool is_word(const Expression& expression) {
  return expression.kind >= Expression::kWord && expression.kind <= Expression::kFuzzy;
}

/// Whether both are the same word, meant alike.
inline bool is_same_word(const Expression& a, const Expression& b) {
  return a.kind == b.kind && a.key == b.key && a.word.form == b.word.form && a.distance == b.distance;
}

/// Appends `part` to what stands side by side. A word that is there already is typed once more.
void append_part(std::vector<Expression>& parts, Expression&& part);

/// Reads `text`. Nothing is an error: what can't be meant is read as words. Unless `complete`, the last
/// word, when the text ends with it, is a prefix. At most 64 leaves, and 16 parentheses within each
/// other; what is beyond that is left out. Linear.
Expression parse_expression(std::string_view text, bool complete);

/// Joins by AND what NEAR joins but has no place of its own: groups and values.
void require_places(Expression& near);

/// `expression` as a query that is read as the same expression.
std::string to_query(const Expression& expression);

}  // namespace catchword
