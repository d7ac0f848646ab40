// Query: what a reader typed, as words and phrases. Nothing that can be typed is an error.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace catchword {

/// Whether terms that begin with a word stand for it too.
enum class Prefix : std::uint8_t {
  kNone,
  kUnfinished,  ///< the reader may still be typing it: its completions count, for less
  kCharacter,   ///< one character of a script without spaces: it stands in pairs that begin with it
};

/// One thing to look up.
struct QueryWord {
  std::string form;    ///< as typed, normalised (analysis/word.h)
  std::string folded;  ///< what the dictionary is asked for
  Prefix prefix = Prefix::kNone;
  std::vector<std::string> parts;  ///< folded parts of an identifier, tried where the whole is unknown
  std::uint32_t count = 1;  ///< times that it is typed
  std::string stem{};  ///< names the class that answers for a form that no document has; mostly empty
  std::vector<std::string> others{};  ///< folded; what it may as well have been meant to be: counts for less
  bool exact = false;     ///< what stands for it is not meant: aliases (index/term_block.h)
  bool is_chain = false;  ///< names or numbers that are joined; the words that it is made of follow
  bool in_chain = false;  ///< part of the chain before it, and typed nowhere else
  bool guessed = false;   ///< put in the place of what was typed: its accents are nobody's
};

/// Words that must stand side by side. `offsets[i]` is the place of `words[i]` after the first.
struct QueryPhrase {
  std::vector<std::string> words;  ///< folded
  std::vector<std::uint32_t> offsets;
};

struct Query {
  std::string text;                  ///< the words and phrases as typed, and nothing else
  std::vector<QueryWord> words;      ///< without those of phrases; no two alike
  std::vector<QueryPhrase> phrases;

  [[nodiscard]] bool empty() const { return words.empty() && phrases.empty(); }

  /// Words as a reader counts them: a chain is one.
  [[nodiscard]] std::size_t word_count() const;
};

/// Whether nothing in `text` can mean more than words do, nor is a symbol (analysis/symbols.h); a false "no" is right, too: what
/// is read as words by the full parser is answered alike. Linear.
bool is_plain(std::string_view text);

/// Whether `folded` is long enough, and has letters, to be told from other words when it is misspelled; of scripts
/// without spaces only those pairs are whose runs are mended (analysis/scripts.h).
bool is_correctable(std::string_view folded);

/// Reads `text`. A phrase stands in double quotes of any kind; a missing closing quote is at the end.
/// Unless `complete`, the last word, when the text ends with it, is a prefix.
Query parse_query(std::string_view text, bool complete);

/// As parse_query. REQUIRES: no quote stands in `text`.
Query parse_words(std::string_view text, bool complete);

}  // namespace catchword
