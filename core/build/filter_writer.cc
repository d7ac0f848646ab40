#include "build/filter_writer.h"

#include <algorithm>
#include <map>
#include <utility>

#include "base/parallel.h"
#include "build/scale_writer.h"
#include "build/value_bucket_writer.h"
#include "index/filter_keys.h"

namespace catchword {

// Buckets first, for they are one set whatever the number of keys; scales share what is left.
FilterFiles write_filters(std::span<const ColumnValues> columns, std::uint32_t documents, std::size_t most_files,
                          unsigned jobs) {
  std::vector<const ColumnValues*> narrowed;
  for (const ColumnValues& column : columns) {
    if (column.filter) narrowed.push_back(&column);
  }
  ValueBucketFiles buckets = write_value_buckets(narrowed, documents, std::max<std::size_t>(most_files / 2, 1));
  const auto ordered = static_cast<std::size_t>(std::count_if(
      narrowed.begin(), narrowed.end(), [](const ColumnValues* column) { return is_ordered(column->type); }));
  const std::size_t left = most_files - std::min(most_files, buckets.files.size());
  std::vector<ScaleFiles> scales(narrowed.size());
  parallel_for(narrowed.size(), jobs, [&](std::size_t i, unsigned) {
    if (is_ordered(narrowed[i]->type)) scales[i] = write_scale(*narrowed[i], documents, left / ordered);
  });

  FilterKeys keys;
  std::map<std::string, Bytes> files;  // equal scales are one
  const auto add = [&files](std::vector<BundleFile>& some) {
    for (BundleFile& file : some) files[file.name] = std::move(file.bytes);
  };
  keys.buckets = {buckets.hash, static_cast<std::uint32_t>(buckets.files.size()), buckets.displacements};
  add(buckets.files);
  for (std::size_t i = 0; i < narrowed.size(); ++i) {
    keys.keys.push_back({narrowed[i]->key, narrowed[i]->type, std::move(scales[i].scale)});
    add(scales[i].files);
  }
  FilterFiles result;
  result.in_root = encode_filter_keys(keys);
  for (auto& [name, bytes] : files) result.files.push_back({name, std::move(bytes)});
  return result;
}

}  // namespace catchword
