// Hashes of the documents' ids: what decides by documents, and not by their order, goes by these.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "document/documents.h"

namespace catchword {

/// The content_hash of each document's id. Error: kInput when two documents have one id, or there is none; kOutput.
Result<std::vector<std::uint64_t>> hash_ids(const Documents& documents);

/// Finds documents by the hash of their id. Eight to sixteen bytes a document; borrows the hashes.
class IdTable {
 public:
  explicit IdTable(const std::vector<std::uint64_t>& ids);

  /// The number of the document; kNone for an id that none has.
  [[nodiscard]] std::uint32_t find(std::string_view id) const;

  static constexpr std::uint32_t kNone = 0xFFFFFFFF;

 private:
  [[nodiscard]] std::size_t slot_of(std::uint64_t hash) const;

  const std::vector<std::uint64_t>& ids_;
  std::vector<std::uint32_t> slots_;  // numbers of documents, by linear probing
};

}  // namespace catchword
