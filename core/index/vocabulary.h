// The numbers and small structures that every part of an index speaks of.
#pragma once

#include <cstdint>

namespace catchword {

/// A document's address: ordinal of the text block in which it begins, times the bundle's slots a
/// block, plus its place among the documents that begin there. So whoever holds a posting knows
/// where the text is, without a table of pages. Addresses ascend in the order of the input.
using DocId = std::uint32_t;

/// Ordinal of a text block; a group's first is a multiple of the bundle's blocks a group.
using BlockOrdinal = std::uint32_t;

/// What addresses a bundle has.
struct AddressSpace {
  BlockOrdinal blocks = 0;           ///< ordinals of text blocks are below it; some may be unused
  std::uint32_t slots_per_block = 1; ///< at least 1

  [[nodiscard]] std::uint32_t end() const { return blocks * slots_per_block; }
  [[nodiscard]] BlockOrdinal block_of(DocId document) const { return document / slots_per_block; }
  [[nodiscard]] std::uint32_t slot_of(DocId document) const { return document % slots_per_block; }
};

/// A word's place in its document: the text block that holds it, counted from the document's first,
/// times kPositionsPerBlock, plus its place there. In the first block the title and the metadata
/// stand before the passages.
using Position = std::uint32_t;
inline constexpr Position kPositionsPerBlock = 1u << 16;

/// Where in a document a word stands: a bit mask.
enum Field : std::uint8_t {
  kTitle = 1,
  kHeading = 2,
  kBody = 4,
  kLinkText = 8,   ///< text of links that point to the document
  kMetadata = 16,
};
inline constexpr int kFieldCount = 5;

inline constexpr std::uint8_t kMostTitleWords = 8;

/// One document in a term's list.
struct Posting {
  DocId document = 0;
  std::uint8_t impact = 0;      ///< quantised weighted frequency, index/impact.h
  std::uint8_t fields = 0;      ///< Field bits, never 0
  std::uint8_t title_words = 0; ///< words of the title it stands in, kMostTitleWords for more; else 0
  std::uint16_t best_block = 0; ///< text blocks between the document's first and the best passage's
};

}  // namespace catchword
