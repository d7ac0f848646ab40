// PositionWriter: positions, cut into files.
#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "base/bytes.h"
#include "build/inverter.h"
#include "index/position_block.h"
#include "index/term_block.h"

namespace catchword {

/// Positions from which on a file may end: `least`, or as many times more as files would otherwise be more than
/// `most_files`. In steps, so that an edit seldom changes it.
std::size_t position_file_size(const InvertedIndex& index, std::size_t least, std::size_t most_files);

/// Of each document, whether files of positions may end before one of its postings: one of sixteen, by their ids, so that
/// a document more moves no file's end. `ids`: as hash_ids makes them.
std::vector<bool> cutting_documents(std::span<const std::uint64_t> ids);

/// Where a position block begins: at a posting of one of its term block's words.
struct PositionCut {
  std::size_t word = 0;     ///< counted from the term block's first
  std::size_t posting = 0;  ///< of that word's list
  bool begins_file = false;
};

/// Cuts the positions of all term blocks into files, one behind the other, whatever term blocks they are of: so files are of
/// about one size, and a word more changes the one that it is in. Seldom does it move that file's end, and hardly ever
/// those of further ones.
class PositionCutter {
 public:
  /// `file_size`: as position_file_size says. `cutting`: as cutting_documents says.
  PositionCutter(std::size_t file_size, std::vector<bool> cutting)
      : file_size_(file_size), cutting_(std::move(cutting)) {}

  /// The cuts of the next term block, the first at its first posting. Linear in the postings. REQUIRES: `terms`, which have
  /// some, in the window of `index`.
  std::vector<PositionCut> cut(const InvertedIndex& index, TermRange terms);

 private:
  [[nodiscard]] bool ends_file_before(DocId document) const;

  std::size_t file_size_;
  std::vector<bool> cutting_;
  std::size_t in_file_ = 0;  // positions of the file that is being filled
  bool is_first_ = true;
};

/// A position block, and the posting of its term block from which on it has the positions.
struct PositionBlock {
  std::uint32_t first = 0;
  bool begins_file = false;  ///< or it is in the file of the one before
  Bytes payload;
};

/// Encodes the positions of a term block of `lists`, a block for each of `cuts`. `positions` are those of the words among
/// the lists, in their order.
std::vector<PositionBlock> write_positions(std::span<const TermList> lists, std::span<const PositionList> positions,
                                           std::span<const PositionCut> cuts);

}  // namespace catchword
