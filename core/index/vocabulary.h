// The numbers and small structures that every part of an index speaks of.
#pragma once

#include <compare>
#include <cstdint>

namespace catchword {

/// A document's number, from 0, in the order of the input.
using DocId = std::uint32_t;

/// Ordinal of a text block.
using BlockOrdinal = std::uint32_t;

/// Where a document's text begins.
struct TextPlace {
  BlockOrdinal block = 0;  ///< its first text block
  std::uint32_t slot = 0;  ///< its place among the documents that begin there

  friend auto operator<=>(const TextPlace&, const TextPlace&) = default;
};

/// The part of its file that a text block is, in bytes. Its checksum is in it.
struct TextExtent {
  std::uint32_t begin = 0;
  std::uint32_t size = 0;  ///< 0: not told

  friend bool operator==(const TextExtent&, const TextExtent&) = default;
};

/// A word's place in its document: the text block that holds it, counted from the document's first,
/// the line in that block, and the place in that line, as one number. So an edit moves the words of its
/// own line and no others. In the first block the title and the metadata stand before the passages;
/// a line of more words than kPlacesPerLine goes on in the numbers of the next.
using Position = std::uint32_t;
inline constexpr Position kPlacesPerLine = 1u << 6;
inline constexpr Position kPositionsPerBlock = 1u << 18;
inline constexpr std::uint32_t kMostPositionBlocks = 1u << 14;

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
inline constexpr std::uint8_t kLastTitlePlace = 6;
inline constexpr std::uint8_t kNoTitlePlace = 7;

/// One document in a term's list.
struct Posting {
  DocId document = 0;
  std::uint8_t impact = 0;      ///< quantised weighted frequency, index/impact.h
  std::uint8_t fields = 0;      ///< Field bits, never 0
  std::uint8_t title_words = 0; ///< words of the title it stands in, kMostTitleWords for more; else 0
  std::uint8_t title_place = 0; ///< its first among these, from 1; kNoTitlePlace where that isn't told; 0 for an alias
  std::uint16_t best_block = 0; ///< text blocks between the document's first and the best passage's
};

}  // namespace catchword
