// Weighing: the small functions that a score is made of (docs/RANKING.md), in whole numbers, so that
// every machine ranks alike to the last bit.
#pragma once

#include <cstddef>
#include <cstdint>

#include "search/matcher.h"

namespace catchword {

/// What the parts of a score count for. A few words name a thing: the form as typed matters, and a title
/// that has it. A question describes one: inflections are as good, common words decide nothing. And the
/// more words, the more it tells that one of them comes again and again, and the less that it is there.
struct Weighing {
  std::uint32_t saturation = 384;        ///< k1 in 1/256
  std::uint32_t presence = 200;          ///< the delta of BM25+ in 1/256: for a word's being there at all
  std::uint32_t inflection = 96;         ///< of an inflection's frequency, in 1/256
  std::uint32_t own_rarity = 77;         ///< how far the form's own rarity replaces its class's, in 1/256
  std::uint32_t common = 0;              ///< taken off every word's rarity, in 1/4096
  std::uint32_t title = 256;             ///< of what the query covers of the title, in 1/256
  std::uint32_t title_floor = 64;        ///< of that for a title however long, in 1/256; the rest for the part covered
  std::uint32_t inflected_title = 90;    ///< of the rarity of a title's word that is an inflection, in 1/256
  std::uint32_t completed_title = 180;   ///< of that of the words that begin with the query's, in 1/256
  std::uint32_t adjacent_title = 256;    ///< more, where it follows the query's word before, in 1/256
  std::uint32_t unfinished = 0;          ///< of the signs that the only word is unfinished, in 1/256

  /// For a query of `words` words: from a name (two) to a question (seven), in equal steps; what a word's
  /// coming again counts for grows on to the length of a paragraph.
  static Weighing of(std::size_t words);
};

/// What one document says of a word: frequencies in 1/256.
struct WordFrequency {
  std::uint32_t own = 0;         ///< of the form as typed, in any spelling
  std::uint32_t all = 0;         ///< with its inflections
  std::uint32_t completion = 0;  ///< of the most frequent word that begins with it

  [[nodiscard]] bool empty() const { return all == 0 && completion == 0; }
};

/// How rare a word is: inverse document frequencies in 1/4096.
struct WordRarity {
  std::uint32_t own = 0;
  std::uint32_t all = 0;
  std::uint32_t completion = 0;  ///< of all words that begin with it, together
  std::uint32_t unfinished = 0;  ///< how many times more documents have these; none where a title has the word
};

/// How far a query covers a document's title.
struct TitleCover {
  std::uint32_t words = 0;    ///< of the title, Posting::title_words
  std::uint32_t matched = 0;  ///< words of the query that stand in it
  std::uint32_t rarity = 0;   ///< of these together, in 1/4096
};

/// inverse document frequency log2((N + 1) / (n + 1/2)) in 1/4096; at least 1/8.
/// REQUIRES: document_count <= collection_size.
std::uint32_t inverse_document_frequency(std::uint32_t document_count, std::uint32_t collection_size);

/// x (k1 + 1) / (x + k1) in 1/256, for x in 1/256. REQUIRES: saturation > 0.
std::uint32_t saturate(std::uint32_t frequency, std::uint32_t saturation);

/// What a term's frequency counts for in its word's, in 1/256.
std::uint32_t weight_of(Kinship kinship, const Weighing& weighing);

/// The rarity of a word in a document that has `frequency` of it: its class's, and the nearer its own
/// the more of the frequency is the form's own.
std::uint32_t blended_rarity(const WordFrequency& frequency, const WordRarity& rarity,
                             const Weighing& weighing);

/// A word's score in a document: the greater of the word's and its completion's.
std::uint32_t word_score(const WordFrequency& frequency, const WordRarity& rarity,
                         const Weighing& weighing);

/// How a word of the query stands in a title; the later counts for more where several hold.
enum class InTitle : std::uint8_t {
  kNot,
  kCompleted,  ///< only words that begin with it
  kInflected,
  kOwn,  ///< the form as typed, in any spelling
};

/// What a word that stands in the title adds to TitleCover::rarity. Signs that it is unfinished speak for
/// titles that don't have it as typed.
std::uint32_t title_rarity(InTitle how, const WordRarity& rarity, const Weighing& weighing);

/// Counts one more of the query's words in a title. It `follows` if the word before it in the query stands
/// right before it in the title, too.
void cover_title(TitleCover& title, std::uint32_t title_rarity, bool follows, const Weighing& weighing);

/// What that adds to a score: the words' rarity, times the part of the title that they make up. So
/// of two titles that have the words, the shorter wins.
std::uint32_t title_score(const TitleCover& title, const Weighing& weighing);

}  // namespace catchword
