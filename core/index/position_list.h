// Lists of positions, as encoders take them and decoders give them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "index/vocabulary.h"

namespace catchword {

/// The positions of one term: those of posting i are [starts[i], starts[i + 1]), ascending.
struct PositionList {
  std::vector<Position> positions;
  std::vector<std::uint32_t> starts{0};

  [[nodiscard]] std::span<const Position> of(std::size_t posting) const {
    return std::span(positions).subspan(starts[posting], starts[posting + 1] - starts[posting]);
  }
};

/// Some of a term's postings; those of postings[i] are positions->of(first + i). Borrows both.
struct TermPositions {
  std::span<const Posting> postings;
  const PositionList* positions;
  std::size_t first = 0;
};

}  // namespace catchword
