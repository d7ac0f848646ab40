#include "build/filter_writer.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

#include "base/parallel.h"
#include "build/period_lists.h"
#include "build/scale_writer.h"
#include "build/value_bucket_writer.h"
#include "index/filter_keys.h"

namespace catchword {
namespace {

// Scales that take more are files, which searches that do not narrow by them need not load: each, and all together.
constexpr std::size_t kMostInRoot = 128;
constexpr std::size_t kMostOfAllInRoot = 512;

/// The lists of one key.
struct KeyLists {
  ScaleFiles scale;                 // of numbers and dates
  std::uint8_t periods = 0;         // as FilterKey::periods
  std::vector<ListedValue> listed;  // in buckets
};

/// What the lists of a key may take.
struct Most {
  std::size_t scale_files;
  std::size_t in_root;
  std::size_t buckets;
};

KeyLists list_key(const ColumnValues& column, std::uint32_t key, std::uint32_t documents, const Most& most) {
  KeyLists lists;
  if (!is_ordered(column.type)) {
    lists.listed = list_values(column, key);
    return lists;
  }
  lists.scale = write_scale(column, documents, most.scale_files, most.in_root);
  if (column.type != ColumnType::kDate) return lists;
  PeriodLists periods = list_periods(column, key, lists.scale, documents, most.buckets);
  lists.periods = periods.levels;
  lists.listed = std::move(periods.periods);
  return lists;
}

}  // namespace

// Buckets are one set whatever the number of keys; scales share the other half of the files.
FilterFiles write_filters(std::span<const ColumnValues> columns, std::uint32_t documents, std::size_t most_files,
                          unsigned jobs) {
  std::vector<const ColumnValues*> narrowed;
  for (const ColumnValues& column : columns) {
    if (column.filter) narrowed.push_back(&column);
  }
  const auto ordered = std::count_if(narrowed.begin(), narrowed.end(),
                                     [](const ColumnValues* column) { return is_ordered(column->type); });
  const auto scales = std::max<std::size_t>(static_cast<std::size_t>(ordered), 1);
  const Most most{(most_files - most_files / 2) / scales, std::min(kMostInRoot, kMostOfAllInRoot / scales),
                  std::max<std::size_t>(most_files / 2, 1)};
  std::vector<KeyLists> lists(narrowed.size());
  parallel_for(narrowed.size(), jobs, [&](std::size_t i, unsigned) {
    lists[i] = list_key(*narrowed[i], static_cast<std::uint32_t>(i), documents, most);
  });

  FilterKeys keys;
  std::vector<ListedValue> values;
  std::map<std::string, Bytes> files;  // equal scales are one
  const auto add = [&files](std::vector<BundleFile>& some) {
    for (BundleFile& file : some) files[file.name] = std::move(file.bytes);
  };
  for (std::size_t i = 0; i < narrowed.size(); ++i) {
    auto& [scale, periods, listed] = lists[i];
    keys.keys.push_back({narrowed[i]->key, narrowed[i]->type, std::move(scale.block), periods});
    add(scale.files);
    std::move(listed.begin(), listed.end(), std::back_inserter(values));
  }
  ValueBucketFiles buckets = write_value_buckets(values, documents, most.buckets);
  keys.buckets = {buckets.hash, static_cast<std::uint32_t>(buckets.files.size()), buckets.displacements};
  add(buckets.files);
  FilterFiles result;
  result.in_root = encode_filter_keys(keys);
  for (auto& [name, bytes] : files) result.files.push_back({name, std::move(bytes)});
  return result;
}

}  // namespace catchword
