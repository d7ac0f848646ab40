// PositionWriter: the positions of one term block, cut into files.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/bytes.h"
#include "index/position_block.h"
#include "index/term_block.h"

namespace catchword {

/// A position block, and the posting of its term block from which on it has the positions.
struct PositionFile {
  std::uint32_t first = 0;
  Bytes payload;
};

/// Cuts and encodes the positions of a term block of `lists`, at least one file. `positions` are those
/// of the words among the lists, in their order. Where it is cut depends on numbers of positions
/// and documents, so that a word that moves changes no other file.
std::vector<PositionFile> write_positions(std::span<const TermList> lists,
                                          std::span<const PositionList> positions);

}  // namespace catchword
