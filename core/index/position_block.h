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

/// The payload of the position block of a term block whose terms have `lists`, in its order
/// (an empty PositionList for a completion). A posting may have no position (link text has none).
Bytes encode_position_block(std::span<const PositionList* const> lists);

/// The list of `terms.entries()[wanted]`. Decodes what stands before it too: linear in the block.
Result<PositionList> decode_positions(std::string_view name, ByteView payload,
                                      const TermBlock& terms, std::size_t wanted);

}  // namespace catchword
