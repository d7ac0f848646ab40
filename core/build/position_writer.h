// PositionWriter: the positions of one term block, cut into files.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/bytes.h"
#include "build/inverter.h"
#include "index/position_block.h"
#include "index/term_block.h"

namespace catchword {

/// A position block, and the posting of its term block from which on it has the positions.
struct PositionFile {
  std::uint32_t first = 0;
  Bytes payload;
};

/// Positions from which on a file may end, so that those of `blocks` term blocks are at most `most_files`: in
/// steps, so that an edit seldom changes it. REQUIRES: blocks < most_files.
std::size_t position_block_size(const InvertedIndex& index, std::size_t blocks, std::size_t most_files);

/// Cuts and encodes the positions of a term block of `lists`, at least one file; all but the last have `least`
/// positions. `positions` are those of the words among the lists, in their order. Where it is cut depends on
/// numbers of positions and documents, so that a word that moves changes no other file.
std::vector<PositionFile> write_positions(std::span<const TermList> lists,
                                          std::span<const PositionList> positions,
                                          const PositionPrior& prior, std::size_t least);

/// Learns what all positions are like from those of a few documents, a window of the dictionary after the other.
class PriorLearner {
 public:
  explicit PriorLearner(std::span<const std::size_t> documents);

  /// Linear in the postings.
  void add_window(const InvertedIndex& index);

  /// Knows nothing where there are too few positions for it to pay for its bytes.
  [[nodiscard]] PositionPrior learn(const InvertedIndex& index) const;

 private:
  std::vector<bool> sampled_;  // by document; false behind the end
  std::vector<Posting> postings_;
  PositionList positions_;
};

}  // namespace catchword
