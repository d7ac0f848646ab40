// Scorer: adds up what the words of a query say of each document, and ranks.
//
// BM25F over pooled forms: the weighted frequencies of all terms that a word stands for are added,
// then saturated once, then multiplied by the word's inverse document frequency. Whole numbers
// throughout, so that every machine ranks alike to the last bit.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

#include "base/sparse_vector.h"
#include "index/limits.h"
#include "search/matcher.h"
#include "search/weighing.h"

namespace catchword {

/// A ranked document.
struct Hit {
  DocId document = 0;
  std::uint32_t score = 0;
  std::uint16_t best_block = 0;  ///< of its rarest word, counted from the document's first block
  bool complete = false;         ///< has every word
};

/// A document that has a phrase.
struct PhraseHit {
  DocId document = 0;
  std::uint16_t block = 0;      ///< text block of the first, counted from the document's first
};

struct Ranking {
  std::vector<Hit> hits;       ///< the best, best first; ties by document
  std::uint32_t total = 0;     ///< documents that were found
  std::uint32_t complete = 0;  ///< those with every word, that meet all conditions
};

/// A hit's place is one number, the best the least: these bits, then its score, then its document.
inline constexpr std::uint64_t kSomeWords = std::uint64_t{1} << 62;  ///< behind those with every word
inline constexpr std::uint64_t kBehindAll = std::uint64_t{1} << 63;  ///< for others than the scorer to set

/// Names the documents of the least `places` after the first `skipped`, in order, as many as `hits`. A heap, which
/// it makes of the places. REQUIRES: there are so many.
void choose_best(std::span<std::uint64_t> places, std::size_t skipped, std::span<Hit> hits);

/// The `limit` best documents after the first `offset` of those that `found` has: a Scorer, or what calls
/// with hits and places as it does.
template <class Found>
Ranking rank(const Found& found, std::size_t offset, std::size_t limit) {
  Ranking ranking;
  std::vector<std::uint64_t> places;
  found.for_each_hit([&](const Hit& hit, std::uint64_t place) {
    ranking.complete += hit.complete ? 1 : 0;
    places.push_back(place);
  });
  ranking.total = static_cast<std::uint32_t>(places.size());
  const std::size_t skipped = std::min(offset, places.size());
  ranking.hits = std::vector<Hit>(std::min(limit, places.size() - skipped));
  choose_best(places, skipped, ranking.hits);
  for (Hit& hit : ranking.hits) hit = found.hit_of(hit.document);
  return ranking;
}

/// A query of up to this many words puts documents with all of them first; in a longer one how many
/// of its words a document has speaks through the score alone.
inline constexpr std::size_t kShortQuery = 3;
/// A document with all words has its score divided by this added to it.
inline constexpr std::uint32_t kCompletePart = 16;

/// What a document's score is the sum of, but for what is added where it has all words.
struct ScoreParts {
  std::uint32_t words = 0;
  std::uint32_t title = 0;  ///< for how far they cover the title

  [[nodiscard]] std::uint32_t sum() const { return words + title; }
};

/// Used for one query. Space: four bytes a document, 56 more for one that has a word.
class Scorer {
 public:
  /// REQUIRES: all documents handed in are below `collection_size`, the number that there are.
  Scorer(std::uint32_t collection_size, const Weighing& weighing);

  /// Adds a word that is typed `count` times. An empty match is a word that no document has. Unless it
  /// `is_evidence`, a document that lacks it is no partial match. Returns how rare the word is.
  WordRarity add(const WordMatch& word, std::uint32_t count = 1, bool is_evidence = true);

  /// Drops every document that isn't in `hits`, and shows the block where the phrase is.
  void require(const std::vector<PhraseHit>& hits);

  /// Shows the block where a phrase is.
  void show(const std::vector<PhraseHit>& hits);

  /// Drops every document that isn't in `documents`; these are found, with a word or without.
  void keep(const std::vector<DocId>& documents);

  /// Drops `documents`. Comes last.
  void exclude(const std::vector<DocId>& documents);

  /// Calls `visit(hit, place)` for each document that ranks, in no order. Of two the better one has the
  /// lesser place.
  template <class Visit>
  void for_each_hit(Visit visit) const {
    for (const DocId document : seen_) {
      if (accounts_[document].conditions != condition_count_) continue;
      const Hit hit = hit_of(document);
      visit(hit, place_of(hit));
    }
  }

  /// Whether a document ranks.
  [[nodiscard]] bool has_hits() const {
    return std::any_of(seen_.begin(), seen_.end(),
                       [&](DocId document) { return accounts_[document].conditions == condition_count_; });
  }

  [[nodiscard]] Hit hit_of(DocId document) const;
  [[nodiscard]] ScoreParts parts_of(DocId document) const;

 private:
  struct Account {
    std::uint32_t score = 0;
    WordFrequency frequency;  // of the current word
    std::uint16_t words = 0;
    std::uint16_t conditions = 0;  // that it meets
    std::uint16_t best_block = 0;
    std::uint16_t word_block = 0;      // best block of the current word
    std::uint8_t word_impact = 0;      // impact that chose it
    InTitle in_title = InTitle::kNot;  // the current word
    std::uint8_t title_places = 0;     // of its forms: a bit each
    std::uint8_t places_before = 0;    // of the last word that stands in the title
    std::uint16_t word_before = 0;     // which that is
    bool found = false;                // is in seen_
    TitleCover title;
    std::uint32_t rarity = 0;  // inverse document frequency of the word that chose best_block
  };

  void gather(const WordMatch& word);
  void count(const MatchedTerm& match, const Posting& posting);
  WordRarity settle(const WordMatch& word, std::uint32_t count, bool is_evidence);
  void settle_title(Account& account, const WordRarity& rarity) const;
  void find(DocId document);
  [[nodiscard]] WordRarity rarity_of(const WordMatch& word) const;
  [[nodiscard]] std::uint64_t place_of(const Hit& hit) const;

  std::uint32_t collection_size_;
  Weighing weighing_;
  SparseVector<Account> accounts_;
  std::vector<DocId> seen_;     // documents with a score
  std::vector<DocId> touched_;  // documents of the current word
  std::uint16_t word_ = 0;  // the current one, from 1
  std::uint16_t word_count_ = 0;  // of those that are evidence
  std::uint16_t condition_count_ = 0;
};

}  // namespace catchword
