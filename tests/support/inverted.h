// Inverted indexes for tests: all lists at once, in memory.
#pragma once

#include <catch2/catch.hpp>

#include <utility>

#include "build/inverter.h"
#include "build/word_pairs.h"
#include "support/must.h"

namespace catchword::test {

/// Takes the words of `documents`, and borrows their positions.
inline InvertedIndex invert(AnalyzedDocuments& documents, std::vector<Lexicon> lexicons) {
  const FieldWeights weights;
  Inverter inverter(documents, std::move(lexicons), weights);
  Result<InvertedIndex> index = inverter.count();
  REQUIRE(index.ok());
  WordPairs pairs;
  must(inverter.open(*index, {}, {}, pairs));
  must(inverter.load(0, *index));
  return std::move(*index);
}

}  // namespace catchword::test
