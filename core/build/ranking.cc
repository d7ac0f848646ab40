#include "build/ranking.h"

#include <algorithm>
#include <cmath>

#include "index/impact.h"

namespace catchword {
namespace {

// To a step of impacts. REQUIRES: `value` is above 0.
double rounded(double value) { return std::exp2(std::round(4 * std::log2(value)) / 4); }

// Where a word is said to stand. A word of links has no positions, and neither has one that was added: were this said to
// stand in links, it could not be told from a word that does.
std::uint32_t field_of(int number, bool stands) {
  const std::uint32_t field = 1u << number;
  return field == kLinkText && !stands ? std::uint32_t{kBody} : field;
}

}  // namespace

void LengthNormalizer::add(const DocumentTerms& terms) {
  for (int field = 0; field < kFieldCount; ++field) {
    totals_[field] += terms.lengths[field];
    documents_[field] += terms.lengths[field] > 0 ? 1 : 0;
  }
}

void LengthNormalizer::finish() {
  for (int field = 0; field < kFieldCount; ++field) {
    averages_[field] = documents_[field] == 0 ? 0 : rounded(totals_[field] / documents_[field]);
  }
}

double LengthNormalizer::divisor(int field, std::uint32_t length, double normalization) const {
  if (averages_[field] == 0) return 1;
  return rounded(1 - normalization + normalization * length / averages_[field]);
}

FieldFactors field_factors(const DocumentTerms& terms, std::uint32_t linking_pages,
                           const LengthNormalizer& lengths, const FieldWeights& weights) {
  const double renown = 1 + weights.renown * std::log2(1.0 + linking_pages);
  FieldFactors factors{};
  for (int field = 0; field < kFieldCount; ++field) {
    factors[field] = renown * weights.weight[field] /
                     lengths.divisor(field, terms.lengths[field], weights.normalization[field]);
  }
  return factors;
}

WordImpact impact_of(const FieldCounts& counts, const FieldFactors& factors,
                     const FieldCounts& added) {
  double frequency = 0;
  std::uint8_t fields = 0;
  for (int field = 0; field < kFieldCount; ++field) {
    if (counts[field] == 0 && added[field] == 0) continue;
    frequency += (counts[field] + kAddedWeight * added[field]) * factors[field];
    fields = static_cast<std::uint8_t>(fields | field_of(field, counts[field] != 0));
  }
  return {impact_of(frequency), fields};
}

std::uint32_t impact_step(std::size_t documents, std::size_t all) {
  constexpr std::size_t kLongList = 256;
  if (documents < kLongList || 2 * documents <= all) return 1;
  return 4 * documents <= 3 * all ? 4 : 16;
}

std::uint8_t rounded_impact(std::uint8_t impact, std::uint32_t step) {
  return static_cast<std::uint8_t>(std::min((impact + step / 2) / step * step, kImpactLevels - 1));
}

}  // namespace catchword
