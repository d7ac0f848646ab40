#include "build/period_lists.h"

#include <algorithm>
#include <iterator>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "build/value_files.h"
#include "index/period.h"
#include "index/scale.h"

namespace catchword {
namespace {

// In the order of values one period's stand together.
std::vector<ListedValue> periods_of(const ColumnValues& column, std::span<const std::vector<DocId>> lists,
                                    std::uint32_t key, int level) {
  std::vector<ListedValue> periods;
  for (std::size_t i = 0; i < lists.size();) {
    const std::string_view period = period_of(column.values[i], level);
    std::size_t end = i + 1;
    while (end < lists.size() && period_of(column.values[end], level) == period) ++end;
    if (!period.empty()) {
      periods.push_back({{key, period}, value_hash(column.key, period), merged(lists.subspan(i, end - i))});
    }
    i = end;
  }
  return periods;
}

// What a filter by `period` takes by the scale: that, and about all bands in which the period is.
std::size_t cost_by_scale(const ScaleFiles& scale, std::string_view period) {
  std::size_t cost = scale.block.is_file ? kFileCost + scale.files.back().bytes.size() : 0;
  const std::uint32_t last = scale.scale.band_of(std::string(period) + '\xFF');
  for (std::uint32_t band = scale.scale.band_of(period); band <= last; ++band) {
    cost += kFileCost + scale.files[band].bytes.size();
  }
  return cost;
}

// Whether filters by these periods take so much less that a short list more would not matter, and the lists take more
// than their names.
bool pay(const std::vector<ListedValue>& periods, const ScaleFiles& scale, std::uint32_t documents) {
  std::size_t by_scale = 0;
  std::size_t by_list = 0;
  std::size_t lists = 0;
  std::size_t names = 0;
  for (const ListedValue& period : periods) {
    const std::size_t list = list_bits(period.documents.size(), documents) / 8;
    const std::size_t name = period.value.value.size() + 2;
    by_scale += cost_by_scale(scale, period.value.value);
    by_list += kFileCost + std::max(list + name, kBucketBytes);
    lists += list;
    names += name;
  }
  return by_scale >= by_list + periods.size() * kBucketBytes && lists > names;
}

}  // namespace

PeriodLists list_periods(const ColumnValues& column, std::uint32_t key, const ScaleFiles& scale, std::uint32_t documents,
                         std::size_t most) {
  const std::vector<std::vector<DocId>> lists = documents_by_value(column);
  PeriodLists result;
  for (int level = 0; level < kPeriodLevels; ++level) {
    std::vector<ListedValue> periods = periods_of(column, lists, key, level);
    if (periods.size() > most || !pay(periods, scale, documents)) continue;
    result.levels |= static_cast<std::uint8_t>(1 << level);
    std::move(periods.begin(), periods.end(), std::back_inserter(result.periods));
  }
  return result;
}

}  // namespace catchword
