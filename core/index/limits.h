// Limits that the builder and the searcher must agree on.
#pragma once

#include <cstddef>
#include <cstdint>

namespace catchword {

/// A prefix whose terms lie in more term blocks than these is answered by its completion term.
inline constexpr std::size_t kMostPrefixBlocks = 2;

/// No term block has more postings.
inline constexpr std::uint32_t kMostPostings = 1u << 22;

/// No term is longer, in bytes, and so no separator.
inline constexpr std::size_t kLongestTerm = 1024;

/// No term has more aliases, and none more likelier words: they are some four bytes each, in a block that every search
/// for the term loads.
inline constexpr std::uint32_t kMostAliases = 512;

/// Numbers of documents, and those of text blocks, take so many bits, which keeps every table of a
/// search below 1 GB.
inline constexpr int kDocumentBits = 24;

}  // namespace catchword
