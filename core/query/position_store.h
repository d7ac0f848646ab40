// PositionStore: where terms stand in their documents, as far as the files are there. Only phrases and
// nearness ask for it.
#pragma once

#include <forward_list>
#include <memory>

#include "index/position_block.h"
#include "index/position_directory.h"
#include "spelling/file_store.h"
#include "search/block_store.h"

namespace catchword {

/// Each getter returns null where a file is missing, which `files` then knows, or damaged. Borrows both.
class PositionStore {
 public:
  PositionStore(FileStore& files, BlockStore& blocks) : files_(files), blocks_(blocks) {}

  [[nodiscard]] BlockStore& blocks() { return blocks_; }

  /// Which files have which positions.
  const PositionDirectory* directory();

  /// The positions of one term: of entry `entry` of the term block `block`.
  const PositionList* positions(std::size_t block, std::size_t entry);

  /// The error that made a getter return null although nothing is missing, once.
  [[nodiscard]] Status take_failure();

 private:
  struct Decoded {
    std::size_t block;
    std::size_t entry;
    PositionList list;
  };

  bool decode(std::size_t block, std::size_t entry, PositionList& list);

  FileStore& files_;
  BlockStore& blocks_;
  std::unique_ptr<PositionDirectory> directory_;
  std::forward_list<Decoded> lists_;
  Status failure_;
};

}  // namespace catchword
