// The root: the one file that a search needs before it knows a word. It says which block holds a
// term and how the other files are named; of documents it says no more than fits, see map_chunks.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "base/result.h"
#include "index/block_file.h"
#include "index/block_table.h"
#include "index/vocabulary.h"

namespace catchword {

inline constexpr std::uint32_t kFormatVersion = 1;

/// What the root says. Written by the builder, read by the searcher.
struct Root {
  std::uint32_t document_count = 0;
  std::uint32_t documents_per_chunk = 1;  ///< of the document map, at least 1
  std::string languages;             ///< that have stems: primary subtags of BCP 47 with a space
                                     ///< between two, that of most documents first
  std::string unicode_version;       ///< of the tables that the terms were normalised by

  std::uint32_t term_blocks = 0;
  std::uint32_t blocks_per_page = 1;     ///< of the table of term blocks; 1: it stands here, in no pages
  BlockTable terms;                      ///< the term blocks, by the folded forms of their terms; or the pages
  ContentHash position_directory{};      ///< index/position_directory.h
  std::vector<ContentHash> text_groups;    ///< runs of text blocks, which name these; at least one
  std::vector<TextPlace> group_ends;       ///< the first block behind each
  std::uint32_t blocks_per_file = 1;       ///< text blocks that a file has; the last of a group may have fewer
  std::optional<ContentHash> spelling;   ///< of the spelling directory; none without words
  ContentHash columns{};             ///< names the directory of columns
  std::string filter_keys;           ///< index/filter_keys.h; empty where readers narrow by no key

  std::optional<ContentHash> primer;    ///< of the text blocks, index/text_code.h
  std::vector<TextPlace> places;        ///< the document map, when it is one chunk; else it is empty
  std::vector<TextExtent> extents;      ///< and of all text blocks, where blocks_per_file is above 1
  std::vector<ContentHash> map_chunks;  ///< and these are its chunks
  std::vector<TextPlace> chunk_groups;  ///< the number of the text group that each begins in

  [[nodiscard]] BlockOrdinal text_blocks() const { return group_ends.back().block; }

  /// The group of a text block. REQUIRES: block < text_blocks().
  [[nodiscard]] std::uint32_t group_of(BlockOrdinal block) const;

  /// The first block of a group.
  [[nodiscard]] BlockOrdinal begin_of(std::uint32_t group) const { return group == 0 ? 0 : group_ends[group - 1].block; }

  /// From where a chunk of the map counts blocks.
  [[nodiscard]] BlockOrdinal chunk_begin(std::size_t chunk) const { return begin_of(chunk_groups[chunk].block); }

  /// The file of a text block: "text/abcdefgh-3.bin"; where files have several, the part of it that the block is, see
  /// block_file.h. REQUIRES: block < text_blocks(); `extent` is told where blocks_per_file is above 1.
  [[nodiscard]] std::string text_name(BlockOrdinal block, const TextExtent& extent) const;

  /// REQUIRES: block < text_blocks().
  [[nodiscard]] bool begins_file(BlockOrdinal block) const {
    return (block - begin_of(group_of(block))) % blocks_per_file == 0;
  }
};

/// The payload of a page of the table of term blocks.
Bytes encode_term_page(const BlockTable& page);

/// Parses the payload of page number `page`. `name` is for the error, after which `table` is empty.
Status parse_term_page(std::string_view name, ByteView payload, const Root& root, std::size_t page,
                       BlockTable& table);

/// The payload of a chunk of the document map: of `places`, which begin in the text group `group`, and, where
/// blocks_per_file is above 1, of `extents`: those of their text blocks, at least one.
Bytes encode_map_chunk(const Root& root, std::uint32_t group, std::span<const TextPlace> places,
                       std::span<const TextExtent> extents);

/// Parses the payload of chunk number `chunk`; enters the extents of its text blocks among those of all, of which there
/// may be none yet. `name` is for the error, after which `places` mean nothing.
Status parse_map_chunk(std::string_view name, ByteView payload, const Root& root, std::size_t chunk,
                       std::vector<TextPlace>& places, std::vector<TextExtent>& extents);

/// REQUIRES: separators ascend, the first is empty; places as encode_document_map requires.
Bytes encode_root(const Root& root);

/// Parses an unsealed payload into `root`; checks every number's range. `name` is for the error, after
/// which `root` means nothing.
Status parse_root(std::string_view name, ByteView payload, Root& root);

}  // namespace catchword
