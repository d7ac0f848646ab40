#include "search/weighing.h"

#include <algorithm>

#include "base/fixed_point.h"
#include "index/impact.h"

namespace catchword {
namespace {

constexpr std::uint32_t kNameWords = 2;
constexpr std::uint32_t kQuestionWords = 7;
constexpr std::uint32_t kParagraphWords = 61;
constexpr std::uint32_t kSaturationStep = 40;  // of each word beyond a name's
constexpr std::uint32_t kLeastRarity = 512;  // of a word of all documents, so that these rank by it, too
constexpr std::uint32_t kOnlyWord = 3072;  // Weighing::unfinished of a query of one word
constexpr Weighing kName;

struct QuestionWeights {
  std::uint32_t inflection = 256, own_rarity = 220, common = 2700, title = 200, title_floor = 0, inflected_title = 180;
};

std::uint32_t between(std::uint32_t from, std::uint32_t to, std::uint32_t step) {
  constexpr std::uint32_t kSteps = kQuestionWords - kNameWords;
  return (from * (kSteps - step) + to * step) / kSteps;
}

std::uint32_t scaled(std::uint32_t value, std::uint32_t weight) {
  return static_cast<std::uint32_t>(std::uint64_t{value} * weight >> 8);
}

std::uint32_t less_common(std::uint32_t rarity, const Weighing& weighing) {
  return rarity - std::min(rarity, weighing.common);
}

std::uint32_t score_of(std::uint32_t frequency, std::uint32_t rarity, const Weighing& weighing) {
  if (frequency == 0) return 0;
  const std::uint64_t saturated = saturate(frequency, weighing.saturation) + weighing.presence;
  return static_cast<std::uint32_t>(saturated * rarity >> 12);
}

}  // namespace

Weighing Weighing::of(std::size_t words) {
  const auto beyond = static_cast<std::uint32_t>(
      std::clamp<std::size_t>(words, kNameWords, kParagraphWords) - kNameWords);
  const std::uint32_t step = std::min(beyond, kQuestionWords - kNameWords);
  constexpr QuestionWeights question;
  Weighing weighing;
  weighing.saturation += kSaturationStep * beyond;
  weighing.presence = kName.presence * kName.saturation / weighing.saturation;
  weighing.inflection = between(kName.inflection, question.inflection, step);
  weighing.own_rarity = between(kName.own_rarity, question.own_rarity, step);
  weighing.common = between(kName.common, question.common, step);
  weighing.title = between(kName.title, question.title, step);
  weighing.title_floor = between(kName.title_floor, question.title_floor, step);
  weighing.inflected_title = between(kName.inflected_title, question.inflected_title, step);
  weighing.unfinished = words == 1 ? kOnlyWord : 0;
  return weighing;
}

std::uint32_t inverse_document_frequency(std::uint32_t document_count,
                                         std::uint32_t collection_size) {
  const std::uint64_t all = std::max(collection_size, document_count);
  return std::max(kLeastRarity, log2_ratio_q12(2 * all + 2, 2 * std::uint64_t{document_count} + 1));
}

std::uint32_t saturate(std::uint32_t frequency, std::uint32_t saturation) {
  const std::uint64_t scaled = std::uint64_t{frequency} * (saturation + kFrequencyOne);
  return static_cast<std::uint32_t>(scaled / (std::uint64_t{frequency} + saturation));
}

std::uint32_t weight_of(Kinship kinship, const Weighing& weighing) {
  switch (kinship) {
    case Kinship::kForm: return 256;
    case Kinship::kFolded: return 248;
    case Kinship::kInflection: return weighing.inflection;
    case Kinship::kCompletion: return 96;
  }
  return 0;
}

std::uint32_t blended_rarity(const WordFrequency& frequency, const WordRarity& rarity,
                             const Weighing& weighing) {
  const std::uint32_t all = less_common(rarity.all, weighing);
  if (frequency.own == 0) return all;
  const std::uint64_t more = less_common(rarity.own, weighing) - all;  // own documents are fewer
  return all + scaled(static_cast<std::uint32_t>(more * frequency.own / frequency.all),
                      weighing.own_rarity);
}

std::uint32_t word_score(const WordFrequency& frequency, const WordRarity& rarity,
                         const Weighing& weighing) {
  return std::max(
      score_of(frequency.all, blended_rarity(frequency, rarity, weighing), weighing),
      score_of(frequency.completion, less_common(rarity.completion, weighing), weighing));
}

std::uint32_t title_rarity(InTitle how, const WordRarity& rarity, const Weighing& weighing) {
  const std::uint32_t unfinished = scaled(rarity.unfinished, weighing.unfinished);
  switch (how) {
    case InTitle::kNot: return 0;
    case InTitle::kCompleted:
      return scaled(less_common(rarity.completion, weighing), weighing.completed_title) + unfinished;
    case InTitle::kInflected:
      return scaled(less_common(rarity.all, weighing), weighing.inflected_title) + unfinished;
    case InTitle::kOwn: return blended_rarity({1, 1, 0}, rarity, weighing);
  }
  return 0;
}

void cover_title(TitleCover& title, std::uint32_t title_rarity, bool follows, const Weighing& weighing) {
  ++title.matched;
  title.rarity += title_rarity + (follows ? scaled(title_rarity, weighing.adjacent_title) : 0);
}

std::uint32_t title_score(const TitleCover& title, const Weighing& weighing) {
  const std::uint32_t words = std::max({title.words, title.matched, std::uint32_t{1}});
  const std::uint32_t part = weighing.title_floor + (256 - weighing.title_floor) * title.matched / words;
  return static_cast<std::uint32_t>(std::uint64_t{weighing.title} * title.rarity * part >> 20);
}

}  // namespace catchword
