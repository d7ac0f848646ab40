// Scorer: adds up what the words of a query say of each document, and ranks.
//
// BM25F over pooled forms: the weighted frequencies of all terms that a word stands for are added,
// then saturated once, then multiplied by the word's inverse document frequency. Whole numbers
// throughout, so that every machine ranks alike to the last bit.
#pragma once

#include <cstdint>
#include <vector>

#include "search/matcher.h"
#include "search/phrase.h"

namespace catchword {

/// A ranked document.
struct Hit {
  DocId document = 0;
  std::uint32_t score = 0;
  std::uint16_t best_block = 0;  ///< of its rarest word, counted from the document's first block
  bool complete = false;         ///< has every word
};

struct Ranking {
  std::vector<Hit> hits;           ///< the best, best first; ties by document
  std::uint32_t total = 0;         ///< documents with at least one word and every phrase
  std::uint32_t complete = 0;      ///< those with every word
};

/// inverse document frequency log2((N + 1) / (n + 1/2)) in 1/4096.
/// REQUIRES: document_count <= collection_size.
std::uint32_t inverse_document_frequency(std::uint32_t document_count,
                                         std::uint32_t collection_size);

/// x (k1 + 1) / (x + k1) in 1/256, for x in 1/256.
std::uint32_t saturate(std::uint32_t frequency);

/// What a term's frequency counts for in its word's, in 1/256.
std::uint32_t weight_of(Kinship kinship);

/// How far a query covers a document's title.
struct TitleCover {
  std::uint32_t words = 0;    ///< of the title, Posting::title_words
  std::uint32_t matched = 0;  ///< words of the query that stand in it, completions apart
  std::uint32_t rarity = 0;   ///< of these together, in 1/4096
};

/// What that adds to a score: the words' rarity, times the part of the title that they make up. So
/// of two titles that have the words, the shorter wins.
std::uint32_t title_score(const TitleCover& title);

/// A query of up to this many words puts documents with all of them first; in a longer one how many
/// of its words a document has speaks through the score alone.
inline constexpr std::size_t kShortQuery = 4;

/// Used for one query. Space: 40 bytes a document.
class Scorer {
 public:
  /// REQUIRES: all documents handed in are below `collection_size`, the number that there are.
  explicit Scorer(std::uint32_t collection_size);

  /// Adds a word. An empty match is a word that no document has.
  void add(const WordMatch& word);

  /// Drops every document that isn't in `hits`, and shows the block where the phrase is.
  void require(const std::vector<PhraseHit>& hits);

  /// The `limit` best documents after the first `offset`.
  [[nodiscard]] Ranking rank(std::size_t offset, std::size_t limit) const;

 private:
  struct Account {
    std::uint32_t score = 0;
    std::uint32_t frequency = 0;   // of the current word: its forms together, in 1/256
    std::uint32_t completion = 0;  // of the current word: the most frequent completion
    std::uint16_t words = 0;
    std::uint16_t phrases = 0;
    std::uint16_t best_block = 0;
    std::uint16_t word_block = 0;  // best block of the current word
    std::uint8_t word_impact = 0;  // impact that chose it
    bool word_in_title = false;    // the current word
    TitleCover title;
    std::uint32_t rarity = 0;      // inverse document frequency of the word that chose best_block
  };

  void gather(const WordMatch& word);
  void settle(const WordMatch& word);
  [[nodiscard]] Hit hit_of(DocId document) const;
  [[nodiscard]] std::uint64_t place_of(const Hit& hit) const;

  std::uint32_t collection_size_;
  std::vector<Account> accounts_;
  std::vector<DocId> seen_;      // documents with a score
  std::vector<DocId> touched_;   // documents of the current word
  std::uint16_t word_count_ = 0;
  std::uint16_t phrase_count_ = 0;
};

}  // namespace catchword
