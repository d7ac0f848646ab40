#include "search/scorer.h"

#include <algorithm>
#include <tuple>

#include "base/fixed_point.h"
#include "index/impact.h"

namespace catchword {
namespace {

constexpr std::uint32_t kSaturation = kFrequencyOne * 3 / 2;  // k1 = 1.5

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
    case Kinship::kInflection: return 224;
    case Kinship::kCompletion: return 96;
  }
  return 0;
}

Scorer::Scorer(std::uint32_t universe, std::uint32_t collection_size)
    : collection_size_(collection_size), accounts_(universe) {}

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
    account.frequency = account.completion = 0;
    account.word_impact = 0;
  }
}

void Scorer::require(const std::vector<PhraseHit>& hits) {
  ++phrase_count_;
  for (const PhraseHit& hit : hits) {
    ++accounts_[hit.document].phrases;
    accounts_[hit.document].best_block = hit.block;
  }
}

Ranking Scorer::rank(std::size_t offset, std::size_t limit) {
  Ranking ranking;
  for (const DocId id : seen_) {
    const Account& account = accounts_[id];
    if (account.phrases != phrase_count_) continue;
    const bool complete = account.words == word_count_;
    ranking.complete += complete ? 1 : 0;
    ranking.hits.push_back({id, account.score, account.best_block, complete});
  }
  ranking.total = static_cast<std::uint32_t>(ranking.hits.size());
  const bool by_words = word_count_ <= kShortQuery;
  const auto rank = [by_words](const Hit& hit) {
    return std::tuple(by_words && !hit.complete, ~hit.score, hit.document);
  };
  const std::size_t end = std::min(ranking.hits.size(), offset + limit);
  std::partial_sort(ranking.hits.begin(), ranking.hits.begin() + static_cast<std::ptrdiff_t>(end),
                    ranking.hits.end(),
                    [&](const Hit& a, const Hit& b) { return rank(a) < rank(b); });
  ranking.hits.resize(end);
  const std::size_t skipped = std::min(offset, end);
  ranking.hits.erase(ranking.hits.begin(),
                     ranking.hits.begin() + static_cast<std::ptrdiff_t>(skipped));
  return ranking;
}

}  // namespace catchword
