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
  /// `documents`: how many the collection has. `prior`: of their positions. `shared_file`: as shared_file_size
  /// says.
  TermWriter(std::uint32_t documents, PositionPrior prior, std::size_t shared_file)
      : documents_(documents), shared_file_(shared_file) {
    result_.position_directory.prior = std::move(prior);
    result_.position_directory.shares_files = shared_file > 0;
  }

  /// Writes `plans`, blocks whose terms are all in the window of `index`, on up to `jobs` threads.
  void write(const InvertedIndex& index, std::span<const TermBlockPlan> plans, unsigned jobs);

  /// All files. REQUIRES: all windows were written.
  TermFiles finish();

 private:
  struct BlockFiles {
    Bytes terms;
    std::vector<PositionFile> positions;
  };

  void name_files(const BlockFiles& block);
  void share_file(const PositionFile& block);
  void finish_shared_file();
  ContentHash name_positions(const Bytes& payload);

  std::uint32_t documents_;
  std::size_t shared_file_;
  ByteWriter shared_;                // the file that is being filled with blocks
  std::size_t shared_positions_ = 0;
  std::uint32_t shared_parts_ = 0;
  TermFiles result_;
  std::unordered_set<std::string> known_;  // names of position blocks
};

}  // namespace catchword
