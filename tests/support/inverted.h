// Inverted indexes for tests: all lists at once, in memory.
#pragma once

#include <catch2/catch.hpp>

#include <utility>

#include "build/inverter.h"
#include "support/must.h"

namespace catchword::test {

/// Takes the words of `documents`, and borrows their positions.
inline InvertedIndex invert(AnalyzedDocuments& documents, std::vector<Lexicon> lexicons) {
  const FieldWeights weights;
  Inverter inverter(documents, std::move(lexicons), weights);
  Result<InvertedIndex> index = inverter.count();
  REQUIRE(index.ok());
  must(inverter.open(*index, {}, {}));
  must(inverter.load(0, *index));
  return std::move(*index);
}

}  // namespace catchword::test
