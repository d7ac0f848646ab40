// Ranking at build time: from counts by field to one impact, the weighted and length-normalised
// frequency of BM25F (index/impact.h).
#pragma once

#include <array>

#include "build/document_terms.h"

namespace catchword {

/// How much a word counts where it stands. Tuned on the judged sets, docs/RANKING.md.
struct FieldWeights {
  //                                           title heading body link meta
  std::array<double, kFieldCount> weight = {2.5, 6.0, 1.0, 4.0, 0.7};
  std::array<double, kFieldCount> normalization = {0.4, 0.2, 0.65, 0.0, 0.5};  ///< BM25's b
  double renown = 0.05;  ///< what each doubling of the pages that link to a document adds to all
};

/// Field lengths, averaged over a collection. Averages and divisors are rounded to quarters of an octave, the steps of
/// impacts, so that an edited sentence seldom changes the impacts of its whole page, and hardly ever those of others.
class LengthNormalizer {
 public:
  void add(const DocumentTerms& terms);

  /// Fixes the averages. Call once, after the last `add`.
  void finish();

  /// What a field's counts of a document are divided by: 1 for the average length.
  [[nodiscard]] double divisor(int field, std::uint32_t length, double normalization) const;

 private:
  std::array<double, kFieldCount> totals_{};
  std::array<double, kFieldCount> averages_{};
  std::array<std::uint32_t, kFieldCount> documents_{};  // that have the field
};

/// What each field's counts of one document are multiplied by.
using FieldFactors = std::array<double, kFieldCount>;

/// `linking_pages`: how many other documents link to it.
FieldFactors field_factors(const DocumentTerms& terms, std::uint32_t linking_pages,
                           const LengthNormalizer& lengths, const FieldWeights& weights);

/// What an added count (WordCount::added) is of one that stands in the text.
inline constexpr double kAddedWeight = 0.25;

/// The impact and the field mask of a word.
struct WordImpact {
  std::uint8_t impact;
  std::uint8_t fields;
};

WordImpact impact_of(const FieldCounts& counts, const FieldFactors& factors,
                     const FieldCounts& added = {});

/// Steps of impact that are told apart in the list of a term that `documents` of `all` have: the commoner it is,
/// the less its frequency weighs in any score. Lists that are short anyway have every step.
std::uint32_t impact_step(std::size_t documents, std::size_t all);

/// The multiple of `step` nearest to `impact`, of two the greater. REQUIRES: `step` of impact_step.
std::uint8_t rounded_impact(std::uint8_t impact, std::uint32_t step);

}  // namespace catchword
