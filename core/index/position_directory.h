// The position directory: which files have the positions of each term block, and of which of its
// postings each. A file of its own, fetched for phrases beside the term blocks.
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
#include "index/position_prior.h"
#include "index/term_block.h"

namespace catchword {

struct PositionDirectory {
  struct File {
    std::uint32_t first = 0;  ///< posting of its term block from which on it has the positions
    ContentHash hash{};
    std::uint32_t part = 0;   ///< how many blocks are before it in the file, which is that of the one before
  };

  PositionPrior prior;
  bool shares_files = false;              ///< whether a file has several blocks, one behind the other
  std::vector<File> files;                ///< by term block, then by `first`; a block's first has 0
  std::vector<std::uint32_t> starts{0};   ///< block b has the files [starts[b], starts[b + 1])

  /// What `files[file]` has of its block. REQUIRES: it is one of `block`.
  [[nodiscard]] PostingRun run_of(std::size_t block, std::size_t file) const {
    const bool is_last = file + 1 == starts[block + 1];
    return is_last ? PostingRun{files[file].first} : PostingRun{files[file].first, files[file + 1].first};
  }
};

/// The position block `file` of `directory` in the `payload` of the file that it is in; `name` is for the error.
Result<ByteView> position_block_in(const PositionDirectory& directory, std::size_t file, std::string_view name,
                                   ByteView payload);

/// The payload. REQUIRES: each block has a file.
Bytes encode_position_directory(const PositionDirectory& directory);

/// Parses the payload of the directory of as many term blocks. `name` is for the error.
Result<PositionDirectory> parse_position_directory(std::string_view name, ByteView payload,
                                                   std::size_t blocks);

}  // namespace catchword
