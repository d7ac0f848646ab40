// Selection: what of the documents found is let through, in which order they stand, and how they are
// counted.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "base/result.h"
#include "query/columns.h"
#include "query/document_filter.h"
#include "query/document_order.h"
#include "query/facets.h"
#include "query/options.h"
#include "query/tiers.h"

namespace catchword {

/// Whether `options` have a filter, an order or facets.
bool selects(const Options& options);

/// Works for one search. What it needs of columns is noted as missing in their store; until nothing is,
/// what it returns says nothing.
class Selection {
 public:
  /// Chooses among what `tiers` found; without them, among all documents of a bundle of so many,
  /// in the order of the input. Borrows all.
  Selection(Columns& columns, const Options& options, const Tiers* tiers, std::uint32_t documents);

  /// The `limit` first documents that the filter lets through, after the first `offset`. Error: kUsage,
  /// for a key that there isn't.
  Result<Ranking> rank(std::size_t offset, std::size_t limit);

  /// The facets that are asked for. Of each the counts are those under the filter without the choice that
  /// it makes among this key's own values. REQUIRES: rank() returned no error. Error: kUsage.
  Result<std::vector<Facet>> count();

 private:
  void find();
  [[nodiscard]] Hit hit_of(DocId document) const;
  std::vector<FacetRequest> requests();

  Columns& columns_;
  const Options& options_;
  const Tiers* tiers_;
  DocumentSet found_;                  // before the filter
  std::vector<PlacedDocument> placed_;
  std::optional<DocumentFilter> filter_;
};

}  // namespace catchword
