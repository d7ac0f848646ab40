// Facets: how many of the documents found have each value of a metadata key.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "index/document_set.h"
#include "query/columns.h"
#include "query/options.h"

namespace catchword {

struct FacetValue {
  std::string value;
  std::uint32_t count = 0;
};

/// Values from `from` to `to`, both included, as a filter takes them.
struct FacetBucket {
  std::string from;
  std::string to;
  std::uint32_t count = 0;
};

struct Facet {
  std::string key;
  ColumnType type = ColumnType::kText;
  std::vector<FacetValue> values;    ///< of texts and lists: the most frequent first
  std::uint32_t more = 0;            ///< values beyond those
  std::vector<FacetBucket> buckets;  ///< of numbers and dates: ascending, none empty
  std::uint32_t missing = 0;         ///< documents without a value
};

/// Values of a facet unless the request says how many.
inline constexpr std::uint32_t kUsualFacetValues = 100;

/// Counts over `documents`. Dates are counted by year, or by month when the request says so, or when
/// it says nothing and the key spans less than four years; numbers in at most a dozen steps that depend
/// on the key's least and greatest value alone. Where blocks are missing, the store knows it.
Facet count_facet(Column& column, const FacetRequest& request, const DocumentSet& documents);

}  // namespace catchword
