// One pass over the column counts documents by value; what is made of the counts depends on the type.
#include "query/facets.h"

#include <algorithm>
#include <numeric>
#include <string_view>
#include <utility>

#include "query/number_steps.h"

namespace catchword {
namespace {

constexpr std::size_t kYear = 4;   // bytes of "2002"
constexpr std::size_t kMonth = 7;  // bytes of "2002-10"
constexpr std::size_t kDay = 10;   // bytes of "2002-10-28"
constexpr int kYearsByMonth = 4;   // a key that spans fewer years is counted by month
constexpr int kMonthsByDay = 3;    // and one that spans fewer months by day

// Documents of each value.
using Counts = std::vector<std::uint32_t>;

Counts count_values(Column& column, const DocumentSet& documents, std::uint32_t& missing) {
  Counts counts(column.key().values);
  missing = documents.count();
  column.for_each(documents, [&](DocId, std::span<const ValueOrdinal> values) {
    --missing;
    for (const ValueOrdinal value : values) ++counts[value];
  });
  return counts;
}

std::string name_of(Column& column, ValueOrdinal value) {
  const ValueName* name = column.name(value);
  return name == nullptr ? "" : name->value;
}

// The most frequent values, of equals the first in order.
void choose_values(Column& column, const Counts& counts, std::uint32_t limit, Facet& facet) {
  std::vector<ValueOrdinal> found;
  for (ValueOrdinal value = 0; value < counts.size(); ++value) {
    if (counts[value] != 0) found.push_back(value);
  }
  const std::size_t shown = std::min<std::size_t>(limit, found.size());
  std::partial_sort(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(shown), found.end(),
                    [&](ValueOrdinal a, ValueOrdinal b) {
                      return counts[a] != counts[b] ? counts[a] > counts[b] : a < b;
                    });
  for (std::size_t i = 0; i < shown; ++i) {
    facet.values.push_back({name_of(column, found[i]), counts[found[i]]});
  }
  facet.more = static_cast<std::uint32_t>(found.size() - shown);
}

int number_in(std::string_view digits) {
  int number = 0;
  for (const char digit : digits) number = number * 10 + (digit - '0');
  return number;
}

// Months since the year 0. What is known to the year counts as its first month.
int month_of(std::string_view date) {
  const int month = date.size() < kMonth ? 1 : number_in(date.substr(kYear + 1, 2));
  return 12 * number_in(date.substr(0, kYear)) + month - 1;
}

std::size_t period_of(const ColumnKey& key, FacetRequest::Interval interval) {
  if (interval == FacetRequest::kYear) return kYear;
  if (interval == FacetRequest::kMonth) return kMonth;
  if (interval == FacetRequest::kDay) return kDay;
  const int first = month_of(key.least);
  const int last = month_of(key.greatest);
  if (last / 12 - first / 12 >= kYearsByMonth) return kYear;
  return last - first < kMonthsByDay ? kDay : kMonth;
}

// A date that is known no better than to the year is counted as such also among months or days.
void count_periods(Column& column, const Counts& counts, std::size_t period, Facet& facet) {
  for (ValueOrdinal value = 0; value < counts.size(); ++value) {
    if (counts[value] == 0) continue;
    std::string date = name_of(column, value).substr(0, period);
    if (facet.buckets.empty() || facet.buckets.back().from != date) {
      facet.buckets.push_back({date, std::move(date), 0});
    }
    facet.buckets.back().count += counts[value];
  }
}

// What a step ends with: the whole number before the next one, or a value between the two.
std::string end_of_step(Column& column, ValueOrdinal last, const std::string& next) {
  std::string value = name_of(column, last);
  std::string whole = number_before(next);
  const bool between = order_key(ColumnType::kNumber, whole) < order_key(ColumnType::kNumber, value);
  return between ? value : whole;
}

std::uint32_t sum(const Counts& counts, ValueRange values) {
  return std::accumulate(counts.begin() + values.begin, counts.begin() + values.end, 0u);
}

void count_steps(Column& column, const Counts& counts, Facet& facet) {
  const ColumnKey& key = column.key();
  std::string from = key.least;
  ValueOrdinal begin = 0;
  for (std::string& next : number_steps(key.least, key.greatest)) {
    const ValueOrdinal end = column.lower_bound(order_key(ColumnType::kNumber, next));
    const std::uint32_t count = sum(counts, {begin, std::max(begin, end)});
    if (count != 0) facet.buckets.push_back({from, end_of_step(column, end - 1, next), count});
    begin = std::max(begin, end);
    from = std::move(next);
  }
  const std::uint32_t count = sum(counts, {begin, key.values});
  if (count != 0) facet.buckets.push_back({std::move(from), key.greatest, count});
}

void count_each(Column& column, const Counts& counts, Facet& facet) {
  for (ValueOrdinal value = 0; value < counts.size(); ++value) {
    if (counts[value] == 0) continue;
    std::string name = name_of(column, value);
    facet.buckets.push_back({name, name, counts[value]});
  }
}

}  // namespace

Facet count_facet(Column& column, const FacetRequest& request, const DocumentSet& documents) {
  constexpr std::uint32_t kFewValues = 12;
  const ColumnKey& key = column.key();
  Facet facet;
  facet.key = key.name;
  facet.type = key.type;
  const Counts counts = count_values(column, documents, facet.missing);
  if (key.type == ColumnType::kDate) {
    count_periods(column, counts, period_of(key, request.interval), facet);
  } else if (key.type == ColumnType::kNumber && key.values > kFewValues) {
    count_steps(column, counts, facet);
  } else if (key.type == ColumnType::kNumber) {
    count_each(column, counts, facet);
  } else {
    choose_values(column, counts, request.limit == 0 ? kUsualFacetValues : request.limit, facet);
  }
  return facet;
}

}  // namespace catchword
