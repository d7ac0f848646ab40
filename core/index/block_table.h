// BlockTable: which block of a sorted sequence holds a key, and how the blocks are named.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/byte_reader.h"
#include "base/byte_writer.h"
#include "index/block_file.h"

namespace catchword {

/// Block i holds the keys from separators[i] on. Separators ascend, the first is empty.
struct BlockTable {
  std::vector<std::string> separators;
  std::vector<ContentHash> hashes;  ///< as many

  [[nodiscard]] bool empty() const { return hashes.empty(); }
  [[nodiscard]] std::size_t size() const { return hashes.size(); }

  /// The block where `key` stands or would stand. Of separators only the first `compared` bytes count: with the
  /// key's own size it is the last block that may hold what begins with it. REQUIRES: !empty().
  [[nodiscard]] std::size_t block_of(std::string_view key, std::size_t compared = std::string::npos) const;

  [[nodiscard]] std::size_t last_block_of(std::string_view prefix) const {
    return block_of(prefix, prefix.size());
  }
};

/// Appends the blocks of `page`, which begins with `separator`.
void append_page(BlockTable& table, const std::string& separator, const BlockTable& page);

void write_block_table(ByteWriter& writer, const BlockTable& table);

/// Fails `reader` when separators do not ascend or their stream ends early, and then leaves `table` empty. None is
/// longer than a term.
void read_block_table(ByteReader& reader, BlockTable& table);

}  // namespace catchword
