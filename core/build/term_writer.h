// TermWriter: the term and position blocks of a bundle, named.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

#include "base/byte_writer.h"
#include "build/bundle.h"
#include "build/inverter.h"
#include "build/position_writer.h"
#include "build/term_layout.h"
#include "index/block_file.h"
#include "index/position_directory.h"

namespace catchword {

struct TermFiles {
  std::vector<BundleFile> terms;
  std::vector<BundleFile> positions;     ///< those of equal content once; their directory at the end
  std::vector<ContentHash> blocks;       ///< as in Root
  PositionDirectory position_directory;
  ContentHash directory_hash{};          ///< as in Root
};

/// Writes window after window, in their order.
class TermWriter {
 public:
  /// `documents`: how many the collection has.
  TermWriter(std::uint32_t documents, PositionCutter cutter, WaitingFiles& waiting)
      : documents_(documents), cutter_(std::move(cutter)), waiting_(waiting) {}

  /// Writes `plans`, blocks whose terms are all in the window of `index`, on up to `jobs` threads. The
  /// files are put aside in `waiting`. Error: kOutput.
  Status write(const InvertedIndex& index, std::span<const TermBlockPlan> plans, unsigned jobs);

  /// All files. REQUIRES: all windows were written.
  TermFiles finish();

 private:
  struct BlockFiles {
    Bytes terms;
    std::vector<PositionBlock> positions;
  };

  void name_files(const BlockFiles& block);
  void add_positions(const PositionBlock& block);
  void finish_position_file();

  std::uint32_t documents_;
  PositionCutter cutter_;
  WaitingFiles& waiting_;
  ByteWriter position_file_;  // that is being filled with blocks
  std::uint32_t parts_ = 0;   // how many it has
  TermFiles result_;
  std::unordered_set<std::string> known_;  // names of files of positions
};

}  // namespace catchword
