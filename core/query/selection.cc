#include "query/selection.h"

#include <algorithm>
#include <functional>

namespace catchword {

bool selects(const Options& options) {
  return options.lists_documents() || options.all_facets || !options.facets.empty();
}

Selection::Selection(Columns& columns, const Options& options, const Tiers* tiers,
                     std::uint32_t documents)
    : columns_(columns), options_(options), tiers_(tiers), found_(documents) {
  find();
}

void Selection::find() {
  if (tiers_ != nullptr) {
    tiers_->for_each_hit([&](const Hit& hit, std::uint64_t place) {
      found_.insert(hit.document);
      placed_.push_back({hit.document, hit.complete, place});
    });
    return;
  }
  found_.complement();
  for (DocId document = 0; document < found_.universe(); ++document) {
    placed_.push_back({document, true, document});
  }
}

Hit Selection::hit_of(DocId document) const {
  return tiers_ != nullptr ? tiers_->hit_of(document) : Hit{document, 0, 0, true};
}

Result<Ranking> Selection::rank(std::size_t offset, std::size_t limit) {
  Result<DocumentFilter> filter =
      DocumentFilter::evaluate(columns_, options_.filter, found_.universe());
  if (!filter) return filter.error();
  filter_ = std::move(*filter);
  std::erase_if(placed_, [&](const PlacedDocument& placed) {
    return !filter_->documents().contains(placed.document);
  });
  DocumentSet let_through = found_;
  let_through &= filter_->documents();
  const Result<DocumentOrder> order = DocumentOrder::make(columns_, options_.order, let_through);
  if (!order) return order.error();

  Ranking ranking;
  ranking.total = static_cast<std::uint32_t>(placed_.size());
  ranking.complete = static_cast<std::uint32_t>(std::count_if(
      placed_.begin(), placed_.end(), [](const PlacedDocument& placed) { return placed.complete; }));
  const std::size_t skipped = std::min(offset, placed_.size());
  const std::size_t end = skipped + std::min(limit, placed_.size() - skipped);
  std::partial_sort(placed_.begin(), placed_.begin() + static_cast<std::ptrdiff_t>(end),
                    placed_.end(), std::cref(*order));
  for (std::size_t i = skipped; i < end; ++i) ranking.hits.push_back(hit_of(placed_[i].document));
  return ranking;
}

std::vector<FacetRequest> Selection::requests() {
  std::vector<FacetRequest> requests = options_.facets;
  if (!options_.all_facets) return requests;
  std::deque<Column>* all = columns_.all();
  if (all == nullptr) return requests;
  for (const Column& column : *all) {
    if (column.key().filter) requests.push_back({column.key().name, 0, FacetRequest::kNoInterval});
  }
  return requests;
}

Result<std::vector<Facet>> Selection::count() {
  std::vector<Facet> facets;
  for (const FacetRequest& request : requests()) {
    const Result<Column*> column = require_column(columns_, request.key, true);
    if (!column) return column.error();
    if (*column == nullptr) continue;
    DocumentSet documents = filter_->without_choice(request.key);
    documents &= found_;
    facets.push_back(count_facet(**column, request, documents));
  }
  return facets;
}

}  // namespace catchword
