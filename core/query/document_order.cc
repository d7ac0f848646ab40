#include "query/document_order.h"

#include "query/document_filter.h"
#include "search/scorer.h"

namespace catchword {
namespace {

constexpr std::uint32_t kLast = 0xFFFFFFFF;

bool is_behind(const PlacedDocument& document) { return document.place >= kSomeWords; }

// The less the earlier.
std::vector<std::uint32_t> ranks_of(Column& column, bool descending, const DocumentSet& documents) {
  std::vector<std::uint32_t> ranks(documents.universe(), kLast);
  column.for_each(documents, [&](DocId document, std::span<const ValueOrdinal> values) {
    ranks[document] = descending ? column.key().values - 1 - values.back() : values.front();
  });
  return ranks;
}

}  // namespace

Result<DocumentOrder> DocumentOrder::make(Columns& columns, std::span<const SortKey> keys,
                                          const DocumentSet& documents) {
  DocumentOrder order;
  for (const SortKey& wanted : keys) {
    Key& key = order.keys_.emplace_back();
    key.descending = wanted.descending;
    if (wanted.key == kRelevance) continue;
    const Result<Column*> column = require_column(columns, wanted.key, false);
    if (!column) return column.error();
    if (*column != nullptr) key.ranks = ranks_of(**column, wanted.descending, documents);
  }
  return order;
}

bool DocumentOrder::operator()(const PlacedDocument& a, const PlacedDocument& b) const {
  if (is_behind(a) != is_behind(b)) return is_behind(b);
  for (const Key& key : keys_) {
    if (key.ranks.empty()) return key.descending ? b.place < a.place : a.place < b.place;
    const std::uint32_t rank_a = key.ranks[a.document];
    const std::uint32_t rank_b = key.ranks[b.document];
    if (rank_a != rank_b) return rank_a < rank_b;
  }
  return a.place < b.place;
}

}  // namespace catchword
