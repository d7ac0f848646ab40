// The position directory: which blocks have the positions of each term block, of which of its postings each, and in which
// files they are, one behind the other. A file of its own, fetched for phrases beside the term blocks.
//
// So positions are named apart from terms: an edit that moves words changes the files of their positions
// and no term block.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "base/result.h"
#include "index/block_file.h"
#include "index/term_block.h"

namespace catchword {

struct PositionDirectory {
  /// A position block.
  struct Block {
    std::uint32_t first = 0;  ///< posting of its term block from which on it has the positions
    ContentHash hash{};       ///< of its file
    std::uint32_t part = 0;   ///< how many blocks are before it in the file
  };

  std::vector<Block> blocks;             ///< by term block, then by `first`; a term block's first has 0
  std::vector<std::uint32_t> starts{0};  ///< term block t has blocks [starts[t], starts[t + 1])

  /// What `blocks[block]` has of its term block. REQUIRES: it is one of `term_block`.
  [[nodiscard]] PostingRun run_of(std::size_t term_block, std::size_t block) const {
    const bool is_last = block + 1 == starts[term_block + 1];
    return is_last ? PostingRun{blocks[block].first} : PostingRun{blocks[block].first, blocks[block + 1].first};
  }
};

/// A position block in the `payload` of its file; `name` is for the error.
Result<ByteView> position_block_in(const PositionDirectory::Block& block, std::string_view name, ByteView payload);

/// The payload. REQUIRES: each term block has a block, and the first of all begins a file.
Bytes encode_position_directory(const PositionDirectory& directory);

/// Parses the payload of the directory of as many term blocks. `name` is for the error.
Result<PositionDirectory> parse_position_directory(std::string_view name, ByteView payload,
                                                   std::size_t term_blocks);

}  // namespace catchword
