// The root: the one file that a search needs before it knows a word. It says which block holds a
// term and how the other files are named, and nothing that grows with the number of documents.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "base/result.h"
#include "index/block_file.h"
#include "index/vocabulary.h"

namespace catchword {

inline constexpr std::uint32_t kFormatVersion = 1;

/// What the root says. Written by the builder, read by the searcher.
struct Root {
  std::uint32_t document_count = 0;
  AddressSpace space;
  std::uint32_t blocks_per_group = 16;
  std::string language;              ///< of most documents, BCP 47; the language of the stems
  std::string unicode_version;       ///< of the tables that the terms were normalised by

  std::vector<std::string> separators;   ///< block i holds the terms from separators[i] on
  std::vector<ContentHash> term_blocks;  ///< as many
  std::vector<ContentHash> text_groups;

  /// The block where `folded` stands or would stand. REQUIRES: a term block.
  [[nodiscard]] std::size_t block_of(std::string_view folded) const;

  /// The last block that may hold terms that begin with `prefix`. REQUIRES: a term block.
  [[nodiscard]] std::size_t last_block_of(std::string_view prefix) const;

  /// REQUIRES: block < space.blocks.
  [[nodiscard]] std::string text_name(BlockOrdinal block) const;
};

/// REQUIRES: separators ascend, the first is empty.
Bytes encode_root(const Root& root);

/// Parses an unsealed payload; checks every number's range. `name` is for the error.
Result<Root> parse_root(std::string_view name, ByteView payload);

}  // namespace catchword
