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

  [[nodiscard]] bool empty() const { return separators.empty(); }
  [[nodiscard]] std::size_t size() const { return separators.size(); }

  /// The block where `key` stands or would stand. REQUIRES: !empty().
  [[nodiscard]] std::size_t block_of(std::string_view key) const;

  /// The last block that may hold keys that begin with `prefix`. REQUIRES: !empty().
  [[nodiscard]] std::size_t last_block_of(std::string_view prefix) const;
};

void write_block_table(ByteWriter& writer, const BlockTable& table);

/// Fails `reader` when separators do not ascend or their stream ends early. None is longer than a term.
BlockTable read_block_table(ByteReader& reader);

}  // namespace catchword
