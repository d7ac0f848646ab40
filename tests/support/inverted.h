// Inverted indexes for tests: all lists at once, in memory.
#pragma once

#include <catch2/catch.hpp>

#include "build/inverter.h"

namespace catchword::test {

inline void must(const Status& status) { REQUIRE(status.ok()); }

/// The result borrows the positions of `documents`.
inline InvertedIndex invert(const AnalyzedDocuments& documents, const std::vector<Lexicon>& lexicons) {
  const FieldWeights weights;
  Inverter inverter(documents, lexicons, weights);
  Result<InvertedIndex> index = inverter.count();
  REQUIRE(index.ok());
  must(inverter.open(*index, {}, {}));
  must(inverter.load(0, *index));
  return std::move(*index);
}

}  // namespace catchword::test
