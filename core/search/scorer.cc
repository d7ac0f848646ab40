#include "search/scorer.h"

#include <algorithm>
#include <span>

#include "base/fixed_point.h"
#include "index/impact.h"

namespace catchword {
namespace {

// Above every word's, so that no word chooses the block of a document that has a phrase.
constexpr std::uint32_t kPhraseRarity = 0xFFFFFFFF;

// The bits of the places in titles that are told.
constexpr std::uint32_t kToldPlaces = (1u << kLastTitlePlace) - 1;

InTitle title_kind(Kinship kinship) {
  if (kinship == Kinship::kCompletion) return InTitle::kCompleted;
  return kinship == Kinship::kInflection ? InTitle::kInflected : InTitle::kOwn;
}

// A heap, the least on top, whose top may be out of place.
void sift_down(std::span<std::uint64_t> heap, std::size_t at) {
  for (;;) {
    std::size_t child = 2 * at + 1;
    if (child >= heap.size()) return;
    if (child + 1 < heap.size() && heap[child + 1] < heap[child]) ++child;
    if (heap[at] <= heap[child]) return;
    std::swap(heap[at], heap[child]);
    at = child;
  }
}

// Documents with a completion, where the list is cut short, are more than are listed.
std::uint32_t documents_of(const WordMatch& word, std::uint32_t touched) {
  std::uint32_t count = touched;
  for (const MatchedTerm& match : word) count = std::max(count, match.term->document_count);
  return count;
}

}  // namespace

void choose_best(std::span<std::uint64_t> places, std::size_t skipped, std::span<Hit> hits) {
  for (std::size_t i = places.size(); i-- > 0;) sift_down(places, i);
  for (std::size_t i = 0; i < skipped + hits.size(); ++i) {
    if (i >= skipped) hits[i - skipped].document = places[0] & ((1u << kDocumentBits) - 1);
    places[0] = places.back();
    places = places.first(places.size() - 1);
    sift_down(places, 0);
  }
}

Scorer::Scorer(std::uint32_t collection_size, const Weighing& weighing)
    : collection_size_(collection_size), weighing_(weighing), accounts_(collection_size) {}

WordRarity Scorer::add(const WordMatch& word, std::uint32_t count, bool is_evidence) {
  ++word_;
  if (is_evidence) ++word_count_;
  gather(word);
  return settle(word, count, is_evidence);
}

void Scorer::find(DocId document) {
  if (accounts_[document].found) return;
  accounts_[document].found = true;
  seen_.push_back(document);
}

void Scorer::gather(const WordMatch& word) {
  touched_.clear();
  for (const MatchedTerm& match : word) {
    for (const Posting& posting : match.postings) count(match, posting);
  }
}

void Scorer::count(const MatchedTerm& match, const Posting& posting) {
  Account& account = accounts_[posting.document];
  WordFrequency& sum = account.frequency;
  if (sum.empty()) touched_.push_back(posting.document);
  const std::uint32_t weight = weight_of(match.kinship, weighing_);
  const std::uint32_t frequency = std::max(frequency_of(posting.impact) * weight >> 8, 1u);
  if (match.kinship == Kinship::kCompletion) {
    sum.completion = std::max(sum.completion, frequency);
  } else {
    sum.all += frequency;
    if (match.kinship != Kinship::kInflection) sum.own += frequency;
  }
  if (posting.title_place != 0) {
    account.title.words = posting.title_words;
    account.in_title = std::max(account.in_title, title_kind(match.kinship));
    account.title_places |= static_cast<std::uint8_t>((1u << posting.title_place) >> 1 & kToldPlaces);
  }
  if (posting.impact >= account.word_impact) {
    account.word_block = posting.best_block;
    account.word_impact = posting.impact;
  }
}

WordRarity Scorer::rarity_of(const WordMatch& word) const {
  std::uint32_t own = 0;
  std::uint32_t all = 0;
  bool is_title = false;
  for (const DocId id : touched_) {
    is_title = is_title || accounts_[id].in_title == InTitle::kOwn;
    own += accounts_[id].frequency.own != 0 ? 1 : 0;
    all += accounts_[id].frequency.all != 0 ? 1 : 0;
  }
  const std::uint32_t any = documents_of(word, static_cast<std::uint32_t>(touched_.size()));
  WordRarity rarity{inverse_document_frequency(own, collection_size_),
                    inverse_document_frequency(all, collection_size_),
                    inverse_document_frequency(any, collection_size_)};
  if (!is_title) rarity.unfinished = rarity.all - rarity.completion;
  return rarity;
}

// Turns the word's frequencies into scores. A completion counts by the rarity of all together, so a
// document with the word itself is never behind one with a completion alike.
WordRarity Scorer::settle(const WordMatch& word, std::uint32_t count, bool is_evidence) {
  const WordRarity rarity = rarity_of(word);
  for (const DocId id : touched_) {
    Account& account = accounts_[id];
    find(id);
    if (is_evidence) ++account.words;
    account.score += count * word_score(account.frequency, rarity, weighing_);
    const std::uint32_t own = account.frequency.all != 0 ? rarity.all : rarity.completion;
    if (own > account.rarity) {
      account.rarity = own;
      account.best_block = account.word_block;
    }
    if (account.in_title != InTitle::kNot) settle_title(account, rarity);
    account.frequency = {};
    account.word_impact = 0;
  }
  return rarity;
}

void Scorer::settle_title(Account& account, const WordRarity& rarity) const {
  const bool follows = account.word_before + 1 == word_ && (account.places_before << 1 & account.title_places) != 0;
  cover_title(account.title, title_rarity(account.in_title, rarity, weighing_), follows, weighing_);
  account.word_before = word_;
  account.places_before = account.title_places;
  account.title_places = 0;
  account.in_title = InTitle::kNot;
}

void Scorer::require(const std::vector<PhraseHit>& hits) {
  ++condition_count_;
  for (const PhraseHit& hit : hits) ++accounts_[hit.document].conditions;
  show(hits);
}

void Scorer::show(const std::vector<PhraseHit>& hits) {
  for (const PhraseHit& hit : hits) {
    Account& account = accounts_[hit.document];
    account.best_block = hit.block;
    account.rarity = kPhraseRarity;
  }
}

void Scorer::keep(const std::vector<DocId>& documents) {
  ++condition_count_;
  for (const DocId document : documents) {
    ++accounts_[document].conditions;
    find(document);
  }
}

void Scorer::exclude(const std::vector<DocId>& documents) {
  constexpr std::uint16_t kNever = 0xFFFF;  // more conditions than any query has
  for (const DocId document : documents) accounts_[document].conditions = kNever;
}

ScoreParts Scorer::parts_of(DocId document) const {
  const Account& account = accounts_[document];
  return {account.score, title_score(account.title, weighing_)};
}

Hit Scorer::hit_of(DocId document) const {
  const Account& account = accounts_[document];
  Hit hit{document, parts_of(document).sum(), account.best_block, account.words == word_count_};
  if (hit.complete) hit.score += hit.score / kCompletePart;
  return hit;
}

// Complete ones first, where that counts.
std::uint64_t Scorer::place_of(const Hit& hit) const {
  const bool behind = word_count_ <= kShortQuery && !hit.complete;
  return (behind ? kSomeWords : 0) | std::uint64_t{~hit.score} << kDocumentBits | hit.document;
}

}  // namespace catchword
