// Highlighter: what of a text a query stands for, and the piece of it that is worth showing.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "search/matcher.h"
#include "search/query.h"

namespace catchword {

/// Part of a text, as offsets.
using Span = std::pair<std::uint32_t, std::uint32_t>;

/// A text to show, and what to mark in it.
struct Snippet {
  std::string text;         ///< white space collapsed; an ellipsis where it was cut
  std::vector<Span> marks;  ///< UTF-16 offsets into it, ascending, disjoint
};

/// Knows the forms that the words of one query were matched by, so that what is marked is what was
/// found: stems and completions included, never a mere substring.
class Highlighter {
 public:
  /// Registers a word: the forms of its match; for an unfinished one whatever begins with it.
  void add(const QueryWord& word, const WordMatch& match, std::uint32_t rarity);

  /// How well `text` answers: the sum of the rarities of the distinct words in it. Linear.
  [[nodiscard]] std::uint64_t worth(std::string_view text) const;

  /// The whole of `text`, marked.
  [[nodiscard]] Snippet mark(std::string_view text) const;

  /// The piece of about `length` bytes of `text` with the most worth; the earliest of equals.
  [[nodiscard]] Snippet excerpt(std::string_view text, std::size_t length) const;

 private:
  struct Mark {
    Span bytes;
    std::uint32_t word;
  };

  [[nodiscard]] std::vector<Mark> find(std::string_view text) const;
  [[nodiscard]] int word_of(std::string_view token) const;
  [[nodiscard]] std::size_t best_start(const std::vector<Mark>& marks, std::size_t length) const;

  std::map<std::string, std::uint32_t, std::less<>> forms_;  // written form -> word
  std::vector<std::pair<std::string, std::uint32_t>> prefixes_;
  std::vector<std::uint32_t> rarities_;
};

}  // namespace catchword
