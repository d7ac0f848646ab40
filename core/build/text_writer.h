// TextWriter: the text blocks of a bundle and their primer, coded and named.
#pragma once

#include <atomic>
#include <cstdint>
#include <mutex>
#include <optional>
#include <span>
#include <vector>

#include "base/parallel.h"
#include "base/result.h"
#include "build/bundle.h"
#include "build/text_layout.h"
#include "document/documents.h"
#include "index/block_file.h"
#include "index/text_code.h"

namespace catchword {

struct TextFiles {
  std::vector<BundleFile> files;    ///< the primer first, if there is one
  std::vector<ContentHash> groups;  ///< as Root::text_groups
  std::vector<TextExtent> extents;  ///< of each block
  std::optional<ContentHash> primer;
};

/// Writes all text blocks, on threads that join while they have nothing else to do. Borrows all that it is made of.
class TextWriter {
 public:
  /// Of `blocks_per_file` to a file. `ids`: as hash_ids makes them. REQUIRES: `layouts` as lay_out left them, `group_ends` as
  /// cut_groups makes them.
  TextWriter(const Documents& documents, std::span<const std::uint64_t> ids, std::span<const DocumentLayout> layouts,
             std::span<const TextPlace> group_ends, std::uint32_t blocks_per_file, WaitingFiles& waiting);

  /// Codes blocks on up to `threads` threads more, as ParallelLoop::join.
  void join(unsigned threads);

  /// The files, which are put aside. REQUIRES: all that joined have returned, one at least. Error: kOutput.
  Result<TextFiles> finish();

 private:
  void prime();
  void code_run(std::size_t run);
  Status code_blocks(BlockOrdinal begin, BlockOrdinal end);
  Status seal_group(std::size_t group);
  Status seal_file(std::span<BundleFile> blocks, std::span<TextExtent> extents, std::string name);
  Status put_aside(FileBytes& bytes);
  [[nodiscard]] std::size_t group_of(BlockOrdinal block) const;
  [[nodiscard]] BlockOrdinal group_begin(std::size_t group) const { return group == 0 ? 0 : group_end(group - 1); }
  [[nodiscard]] BlockOrdinal group_end(std::size_t group) const { return group_ends_[group].block; }

  const Documents& documents_;
  const std::span<const std::uint64_t> ids_;
  const std::span<const DocumentLayout> layouts_;
  const std::span<const TextPlace> group_ends_;
  const std::uint32_t blocks_per_file_;
  std::once_flag primed_;
  std::optional<TextEncoder> encoder_;        // once primed, but for an error
  const std::vector<BlockOrdinal> begins_;    // of the runs of blocks that are coded at a time
  ParallelLoop runs_;
  std::vector<Status> coded_;                    // of each run
  std::vector<std::atomic<BlockOrdinal>> left_;  // blocks of each group that are not coded yet
  std::vector<BundleFile> files_;                // of each block; of a group that is not coded, payloads alone; then of
                                                 // several that share a file only the first has one
  std::vector<TextExtent> extents_;              // of each block
  std::vector<ContentHash> groups_;
  std::mutex putting_aside_;
  WaitingFiles& waiting_;
};

}  // namespace catchword
