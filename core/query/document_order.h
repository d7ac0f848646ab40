// DocumentOrder: the results of a search in the order of metadata.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/result.h"
#include "index/document_set.h"
#include "query/columns.h"
#include "query/options.h"

namespace catchword {

/// A document in its place by relevance: a number that is the less the better it answers, and differs
/// between documents.
struct PlacedDocument {
  DocId document = 0;
  bool complete = false;  ///< has every word
  std::uint64_t place = 0;
};

/// The name of the order by relevance, where a key is asked for.
inline constexpr std::string_view kRelevance = "relevance";

/// Compares by one key after the other, and in the end by place; partial matches follow the others in any order,
/// where they do by relevance. Documents without a value come last, whatever the direction; of several values the
/// first in order counts, the last where the order descends.
class DocumentOrder {
 public:
  /// Reads what the columns say of `documents`. Space: 4 bytes a key for each document of the bundle.
  /// Error: kUsage for a key that can't be ordered by. Where blocks are missing, the store knows it.
  static Result<DocumentOrder> make(Columns& columns, std::span<const SortKey> keys,
                                    const DocumentSet& documents);

  [[nodiscard]] bool operator()(const PlacedDocument& a, const PlacedDocument& b) const;

 private:
  struct Key {
    bool descending = false;
    std::vector<std::uint32_t> ranks;  // of each document; none: by place
  };

  std::vector<Key> keys_;
};

}  // namespace catchword
