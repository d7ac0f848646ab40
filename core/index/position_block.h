// Position blocks: where in its documents each term of one term block stands. A file of its own,
// fetched only for phrases.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "base/result.h"
#include "index/term_block.h"
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

/// A term's postings and, for each of them, its positions. Borrows both.
struct TermPositions {
  std::span<const Posting> postings;
  const PositionList* positions;
};

/// The payload of the position block of a term block that has `terms`, completions left out, in its
/// order. A posting may have no position (link text has none).
Bytes encode_position_block(std::span<const TermPositions> terms);

/// The list of `terms.entries()[wanted]`. Decodes what stands before it too: linear in the block.
Result<PositionList> decode_positions(std::string_view name, ByteView payload,
                                      const TermBlock& terms, std::size_t wanted);

}  // namespace catchword
