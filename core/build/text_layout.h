// TextLayout: which text block each passage goes into, and so where each document begins.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "document/document.h"
#include "index/vocabulary.h"

namespace catchword {

/// A passage or a part of one, whole in one block.
struct Piece {
  std::uint32_t passage = 0;  ///< index into Document::passages
  std::uint32_t begin = 0;    ///< bytes of its text
  std::uint32_t end = 0;
  std::uint32_t block = 0;    ///< counted from the document's first block
};

/// A document, cut.
struct DocumentLayout {
  std::vector<Piece> pieces;  ///< or none: each passage is whole, in the first block
  std::uint32_t block_count = 1;
  std::uint32_t bytes = 0;  ///< of all pieces with their headings
  TextPlace place;          ///< set by lay_out
};

struct BlockSizes {
  std::uint32_t least = 3072;  ///< bytes of text from which a block may end
  std::uint32_t most = 6144;   ///< and where it must

  friend bool operator==(const BlockSizes&, const BlockSizes&) = default;
};

/// Cuts one document, with all pieces. Where it is cut depends on the text around the cut alone, so that an edit
/// changes the cuts near it and no others. Linear.
DocumentLayout cut_document(const Document& document, const BlockSizes& sizes);

/// All of them, also where `layout` has none.
std::vector<Piece> pieces_of(const Document& document, const DocumentLayout& layout);

/// Of BlockSizes::least: a search of much text loads blocks of this size.
inline constexpr std::uint32_t kLargestLeast = 5632;

/// A step larger: in steps, so that an edit hardly ever changes the sizes; small ones, for what is larger
/// than it must be each search loads.
BlockSizes grown(BlockSizes sizes);

/// Where all documents of a bundle are.
struct TextLayout {
  BlockOrdinal blocks = 0;            ///< how many
  std::uint32_t blocks_per_file = 1;  ///< more where files would be too many
};

/// Gives every document its place, in order: documents that fill a block have their own, small
/// neighbours share one. `ids`: as hash_ids makes them of the documents that `layouts` were cut from.
TextLayout lay_out(std::span<const std::uint64_t> ids, std::span<DocumentLayout> layouts,
                   const BlockSizes& sizes);

}  // namespace catchword
