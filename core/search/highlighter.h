// Highlighter: what of a text a query stands for, and the piece of it that is worth showing.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "analysis/tokenizer.h"
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

/// Says of a text's tokens more than which words they are.
class TokenFilter {
 public:
  /// For each token 1 if it may be marked, else 0.
  [[nodiscard]] virtual std::vector<std::uint32_t> allowed(std::string_view text,
                                                           const std::vector<Token>& tokens) const = 0;

 protected:
  ~TokenFilter() = default;
};

/// Knows the forms that the words of one query were matched by, so that what is marked is what was
/// found: stems and completions included, never a mere substring.
class Highlighter {
 public:
  /// Registers a word: the forms of its match but its completions, and unless it is exact the aliases of all, which are
  /// borrowed; for an unfinished one, of which there is at most one, whatever begins with it. A form stands for the
  /// first word that has it.
  void add(const QueryWord& word, const WordMatch& match, std::uint32_t rarity);

  /// Words that are added from then on are marked where `filter` allows it, and nowhere else. Borrows it.
  void narrow(const TokenFilter& filter);

  /// How well `text` answers: the sum of the rarities of the distinct words in it. Linear.
  [[nodiscard]] std::uint64_t worth(std::string_view text) const;

  /// The whole of `text`, marked.
  [[nodiscard]] Snippet mark(std::string_view text) const;

  /// The piece of about `length` bytes of `text` with the most worth; the earliest of equals.
  [[nodiscard]] Snippet excerpt(std::string_view text, std::size_t length) const;

 private:
  // A written form, or a phrase, that stands for a word.
  struct Form {
    std::string_view form;
    std::uint32_t word;
    std::uint32_t next;  // form of the same chain, see chains_
  };

  struct Mark {
    Span bytes;
    std::uint32_t word;
  };

  [[nodiscard]] std::vector<Mark> find(std::string_view text) const;
  [[nodiscard]] std::uint32_t phrase_at(std::string_view text, const std::vector<Token>& tokens, std::size_t first,
                                        std::uint32_t& end) const;
  void add_alias(const std::string& alias, std::uint32_t word);
  void add_form(std::string_view form, std::uint32_t word);
  [[nodiscard]] static std::size_t chain_of(std::string_view form);
  [[nodiscard]] std::uint32_t word_of_form(std::string_view form) const;
  [[nodiscard]] std::uint32_t word_of(std::string& form) const;
  [[nodiscard]] std::size_t best_start(const std::vector<Mark>& marks, std::size_t length) const;

  static constexpr std::uint32_t kNone = 0xFFFFFFFF;  // no word
  static constexpr std::size_t kChains = 256;

  std::vector<Form> forms_;
  std::vector<Form> phrases_;  // aliases of several words, a space behind each
  std::array<std::uint32_t, kChains> chains_{};  // a hash table: the last form of each chain, plus one
  std::string prefix_;
  std::uint32_t prefix_word_ = kNone;
  std::vector<std::uint32_t> rarities_;
  const TokenFilter* filter_ = nullptr;
  std::uint32_t first_filtered_ = kNone;  // words from here on are marked where filter_ allows it
};

}  // namespace catchword
