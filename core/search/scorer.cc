#include "search/scorer.h"

#include <algorithm>

#include "base/fixed_point.h"
#include "index/impact.h"
#include "index/limits.h"

namespace catchword {
namespace {

constexpr std::uint32_t kSaturation = kFrequencyOne * 3 / 2;  // k1 = 1.5

// Above every word's, so that no word chooses the block of a document that has a phrase.
constexpr std::uint32_t kPhraseRarity = 0xFFFFFFFF;

std::uint32_t score_of(std::uint32_t frequency, std::uint32_t rarity) {
  return static_cast<std::uint32_t>(std::uint64_t{saturate(frequency)} * rarity >> 12);
}

// Documents with a completion, where the list is cut short, are more than are listed.
std::uint32_t documents_of(const WordMatch& word, std::uint32_t touched) {
  std::uint32_t count = touched;
  for (const MatchedTerm& match : word) count = std::max(count, match.term->document_count);
  return count;
}

}  // namespace

std::uint32_t inverse_document_frequency(std::uint32_t document_count,
                                         std::uint32_t collection_size) {
  const std::uint64_t all = std::max(collection_size, document_count);
  return log2_ratio_q12(2 * all + 2, 2 * std::uint64_t{document_count} + 1);
}

std::uint32_t saturate(std::uint32_t frequency) {
  const std::uint64_t scaled = std::uint64_t{frequency} * (kSaturation + kFrequencyOne);
  return static_cast<std::uint32_t>(scaled / (frequency + kSaturation));
}

std::uint32_t weight_of(Kinship kinship) {
  switch (kinship) {
    case Kinship::kForm: return 256;
    case Kinship::kFolded: return 248;
    case Kinship::kInflection: return 96;
    case Kinship::kCompletion: return 96;
  }
  return 0;
}

std::uint32_t title_score(const TitleCover& title) {
  constexpr std::uint64_t kWeight = 192;  // of 256
  const std::uint32_t words = std::max({title.words, title.matched, std::uint32_t{1}});
  return static_cast<std::uint32_t>(kWeight * title.rarity * title.matched / words >> 12);
}

Scorer::Scorer(std::uint32_t collection_size)
    : collection_size_(collection_size), accounts_(collection_size) {}

void Scorer::add(const WordMatch& word) {
  ++word_count_;
  gather(word);
  settle(word);
}

void Scorer::gather(const WordMatch& word) {
  touched_.clear();
  for (const MatchedTerm& match : word) {
    const std::uint32_t weight = weight_of(match.kinship);
    for (const Posting& posting : match.postings) {
      Account& account = accounts_[posting.document];
      const std::uint32_t frequency =
          std::max(frequency_of(posting.impact) * weight >> 8, 1u);
      if (account.frequency == 0 && account.completion == 0) touched_.push_back(posting.document);
      if (match.kinship == Kinship::kCompletion) {
        account.completion = std::max(account.completion, frequency);
      } else {
        account.frequency += frequency;
        if (posting.title_words != 0) account.title.words = posting.title_words;
        account.word_in_title = account.word_in_title || posting.title_words != 0;
      }
      if (posting.impact >= account.word_impact) {
        account.word_block = posting.best_block;
        account.word_impact = posting.impact;
      }
    }
  }
}

// Turns the word's frequencies into scores. A completion counts by the rarity of all together, so a
// document with the word itself is never behind one with a completion alike.
void Scorer::settle(const WordMatch& word) {
  const auto with_word = static_cast<std::uint32_t>(std::count_if(
      touched_.begin(), touched_.end(), [&](DocId id) { return accounts_[id].frequency != 0; }));
  const auto touched = static_cast<std::uint32_t>(touched_.size());
  const std::uint32_t rarity = inverse_document_frequency(with_word, collection_size_);
  const std::uint32_t common =
      inverse_document_frequency(documents_of(word, touched), collection_size_);
  for (const DocId id : touched_) {
    Account& account = accounts_[id];
    if (account.words == 0) seen_.push_back(id);
    ++account.words;
    account.score += std::max(score_of(account.frequency, rarity),
                              score_of(account.completion, common));
    const std::uint32_t own = account.frequency != 0 ? rarity : common;
    if (own > account.rarity) {
      account.rarity = own;
      account.best_block = account.word_block;
    }
    if (account.word_in_title) {
      account.title.rarity += rarity;
      ++account.title.matched;
      account.word_in_title = false;
    }
    account.frequency = account.completion = 0;
    account.word_impact = 0;
  }
}

void Scorer::require(const std::vector<PhraseHit>& hits) {
  ++phrase_count_;
  for (const PhraseHit& hit : hits) {
    Account& account = accounts_[hit.document];
    ++account.phrases;
    account.best_block = hit.block;
    account.rarity = kPhraseRarity;
  }
}

Hit Scorer::hit_of(DocId document) const {
  const Account& account = accounts_[document];
  return {document, account.score + title_score(account.title), account.best_block,
          account.words == word_count_};
}

// A document's place as one number, the best the least: complete ones first where that counts, then
// by score, then by document.
std::uint64_t Scorer::place_of(const Hit& hit) const {
  const bool behind = word_count_ <= kShortQuery && !hit.complete;
  return std::uint64_t{behind} << 63 | std::uint64_t{~hit.score} << kDocumentBits | hit.document;
}

Ranking Scorer::rank(std::size_t offset, std::size_t limit) const {
  Ranking ranking;
  std::vector<std::uint64_t> places;
  for (const DocId document : seen_) {
    if (accounts_[document].phrases != phrase_count_) continue;
    const Hit hit = hit_of(document);
    ranking.complete += hit.complete ? 1 : 0;
    places.push_back(place_of(hit));
  }
  ranking.total = static_cast<std::uint32_t>(places.size());
  const std::size_t skipped = std::min(offset, places.size());
  const std::size_t shown = std::min(limit, places.size() - skipped);
  std::partial_sort(places.begin(), places.begin() + static_cast<std::ptrdiff_t>(skipped + shown),
                    places.end());
  ranking.hits = std::vector<Hit>(shown);
  for (std::size_t i = 0; i < shown; ++i) {
    ranking.hits[i] = hit_of(places[skipped + i] & ((1u << kDocumentBits) - 1));
  }
  return ranking;
}

}  // namespace catchword
