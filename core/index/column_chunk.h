// Column chunks: the values of one metadata key, document by document, for a run of documents.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "base/result.h"

namespace catchword {

/// A value's place among the different values of its key, in their order (index/column_value.h).
using ValueOrdinal = std::uint32_t;

/// For each document of a run its values: each once, ascending.
struct ColumnChunk {
  std::vector<std::uint32_t> starts{0};  ///< of each document's values in `ordinals`, and the end
  std::vector<ValueOrdinal> ordinals;

  [[nodiscard]] std::size_t size() const { return starts.size() - 1; }
  [[nodiscard]] std::span<const ValueOrdinal> of(std::size_t document) const {
    return std::span(ordinals).subspan(starts[document], starts[document + 1] - starts[document]);
  }
  void add(std::span<const ValueOrdinal> values) {
    ordinals.insert(ordinals.end(), values.begin(), values.end());
    starts.push_back(static_cast<std::uint32_t>(ordinals.size()));
  }
};

/// No chunk has more documents.
inline constexpr std::uint32_t kMostChunkDocuments = 1u << 16;

/// The payload. REQUIRES: at most kMostChunkDocuments documents, ordinals below `values`.
/// About the entropy of the values; linear, some 10 ns a bit of an ordinal.
Bytes encode_column_chunk(const ColumnChunk& chunk, std::uint32_t values);

/// Decodes a chunk of `documents` documents, of a key of `values` values. `name` is for the error.
/// What it returns has its numbers in range and in order.
Result<ColumnChunk> decode_column_chunk(std::string_view name, ByteView payload,
                                        std::uint32_t documents, std::uint32_t values);

}  // namespace catchword
