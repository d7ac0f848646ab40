// The spelling directory: which spelling block holds which words, in each order. A file of its own,
// named by the root and fetched only when a word is misspelled or completions are wanted.
#pragma once

#include <array>
#include <optional>

#include "index/block_table.h"
#include "index/spelling_block.h"

namespace catchword {

struct SpellingDirectory {
  std::array<BlockTable, kWordOrders> orders;  ///< by WordOrder
  std::optional<ContentHash> homophones;       ///< names their file (index/homophones.h), as a spelling block's

  [[nodiscard]] const BlockTable& operator[](WordOrder order) const {
    return orders[static_cast<std::size_t>(order)];
  }
  BlockTable& operator[](WordOrder order) { return orders[static_cast<std::size_t>(order)]; }
};

Bytes encode_spelling_directory(const SpellingDirectory& directory);

/// Parses an unsealed payload. `name` is for the error. Error: kDamaged.
Result<SpellingDirectory> parse_spelling_directory(std::string_view name, ByteView payload);

}  // namespace catchword
