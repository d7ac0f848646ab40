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
  std::size_t positions = 0;  ///< how many it has
  Bytes payload;
};

/// Positions from which on a file may end that holds several blocks, where those of `term_blocks` would be more
/// than `most_files`; 0 where each is a file of its own. In steps, so that an edit seldom changes it.
std::size_t shared_file_size(const InvertedIndex& index, std::size_t term_blocks, std::size_t most_files);

/// Cuts and encodes the positions of a term block of `lists`, at least one file. `positions` are those
/// of the words among the lists, in their order. Where it is cut depends on numbers of positions
/// and documents, so that a word that moves changes no other file.
std::vector<PositionFile> write_positions(std::span<const TermList> lists,
                                          std::span<const PositionList> positions,
                                          const PositionPrior& prior);

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
