// Runs are cut where a hash says so, once they are long enough: an edit then moves few cuts.
#include "build/column_writer.h"

#include <algorithm>
#include <bit>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "base/parallel.h"
#include "base/shared_prefix.h"
#include "build/column_values.h"
#include "build/content_hash.h"
#include "build/filter_writer.h"
#include "index/column_directory.h"
#include "index/value_names.h"

namespace catchword {
namespace {

// About what a block takes, unless there are very many.
constexpr std::size_t kBlockBits = 8 * 4096;
constexpr std::size_t kMostTimesLarger = 1024;

using Files = std::map<std::string, Bytes>;

struct Run {
  std::size_t begin;
  std::size_t end;
};

struct RunSizes {
  std::size_t bits;   // about what a run takes
  std::size_t items;  // at most
};

// Cuts 0 to `count` - 1 into runs; an item takes `cost(i)` bits, and `hash(i)` decides.
template <class Cost, class Hash>
std::vector<Run> cut_runs(std::size_t count, RunSizes sizes, Cost cost, Hash hash) {
  std::vector<Run> runs;
  std::size_t bits = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t own = cost(i);
    const bool long_enough = bits >= sizes.bits / 2;
    const bool cut = runs.empty() || runs.back().end - runs.back().begin == sizes.items ||
                     bits + own > 2 * sizes.bits ||
                     (long_enough && hash(i) % std::max<std::size_t>(sizes.bits / own, 1) == 0);
    if (cut) runs.push_back({i, i});
    bits = (cut ? 0 : bits) + own;
    runs.back().end = i + 1;
  }
  return runs;
}

std::size_t bits_of(std::size_t number) { return static_cast<std::size_t>(std::bit_width(number)); }

/// Writes the blocks of one key, `larger` times as large as they mostly are.
class ColumnEncoder {
 public:
  ColumnEncoder(const ColumnValues& column, std::span<const std::uint64_t> ids, std::size_t larger, Files& files)
      : column_(column), ids_(ids), larger_(larger), files_(files), counts_(column.values.size()) {
    for (const ValueOrdinal value : column.documents.ordinals) ++counts_[value];
  }

  ColumnKey encode() {
    ColumnIndex index;
    if (column_.filter) index.names = write_names();
    index.chunks = write_chunks();
    ColumnKey key = describe();
    key.index = block_of(encode_column_index(index), kMostInlined);
    return key;
  }

 private:
  [[nodiscard]] ColumnKey describe() const {
    ColumnKey key;
    key.name = column_.key;
    key.type = column_.type;
    key.filter = column_.filter;
    key.sort = column_.sort;
    key.values = static_cast<std::uint32_t>(column_.values.size());
    for (std::size_t i = 0; i < column_.documents.size(); ++i) {
      key.documents += column_.documents.of(i).empty() ? 0 : 1;
    }
    if (is_ordered(column_.type)) {
      key.least = column_.values.front();
      key.greatest = column_.values.back();
    }
    return key;
  }

  // A file of its own, unless it takes no more than `inlined` bytes.
  ColumnBlock block_of(Bytes payload, std::size_t inlined) {
    ColumnBlock block;
    if (payload.size() <= inlined) {
      block.payload = std::move(payload);
      return block;
    }
    block.is_file = true;
    block.hash = short_hash(payload);
    const std::string name = column_name(block.hash);
    files_[name] = seal(name, payload);
    return block;
  }

  template <class RunType>
  RunType run_of(const Run& run, Bytes payload, std::size_t inlined) {
    RunType written;
    written.begin = static_cast<std::uint32_t>(run.begin);
    written.size = static_cast<std::uint32_t>(run.end - run.begin);
    written.block = block_of(std::move(payload), inlined);
    return written;
  }

  std::vector<NameRun> write_names() {
    const auto cost = [&](std::size_t i) {
      const std::string_view before = i == 0 ? std::string_view() : column_.values[i - 1];
      return 8 + 4 * (column_.values[i].size() - shared_prefix(before, column_.values[i]));
    };
    // Never between values that compare as equal.
    const auto hash = [&](std::size_t i) {
      const StringList& keys = column_.order_keys;
      return i > 0 && keys[i] == keys[i - 1] ? 1 : content_hash(column_.values[i]);
    };
    std::vector<NameRun> runs;
    for (const Run& run : cut_runs(column_.values.size(), {larger_ * kBlockBits, kMostBlockNames}, cost, hash)) {
      runs.push_back(run_of<NameRun>(run, encode_value_names(names_of(run)), kMostInlinedNames));
      if (run.begin > 0) runs.back().separator = column_.separator_before(run.begin);
    }
    return runs;
  }

  [[nodiscard]] std::vector<ValueName> names_of(const Run& run) const {
    std::vector<ValueName> names;
    for (std::size_t i = run.begin; i < run.end; ++i) names.push_back({std::string(column_.values[i]), counts_[i]});
    return names;
  }

  std::vector<ColumnRun> write_chunks() {
    const std::size_t bits = bits_of(column_.values.size());
    const auto cost = [&](std::size_t i) {
      return std::max<std::size_t>(bits * column_.documents.of(i).size(), 1);
    };
    const auto hash = [&](std::size_t i) { return ids_[i]; };
    const auto values = static_cast<std::uint32_t>(column_.values.size());
    std::vector<ColumnRun> runs;
    for (const Run& run : cut_runs(ids_.size(), {larger_ * kBlockBits, kMostChunkDocuments}, cost, hash)) {
      ColumnChunk chunk;
      for (std::size_t i = run.begin; i < run.end; ++i) chunk.add(column_.documents.of(i));
      runs.push_back(run_of<ColumnRun>(run, encode_column_chunk(chunk, values), kMostInlined));
    }
    return runs;
  }

  const ColumnValues& column_;
  std::span<const std::uint64_t> ids_;
  std::size_t larger_;
  Files& files_;
  std::vector<std::uint32_t> counts_;  // of each value's documents
};

BundleFile directory_file(const std::vector<ColumnKey>& keys, ColumnFiles& result) {
  const Bytes payload = encode_column_directory(keys);
  result.directory = short_hash(payload);
  const std::string name = column_directory_name(result.directory);
  return {name, seal(name, payload)};
}

ColumnFiles write_all(const std::vector<ColumnValues>& columns, std::span<const std::uint64_t> ids,
                      std::size_t larger, unsigned jobs) {
  std::vector<ColumnKey> keys(columns.size());
  std::vector<Files> files(columns.size());
  parallel_for(columns.size(), jobs, [&](std::size_t i, unsigned) {
    keys[i] = ColumnEncoder(columns[i], ids, larger, files[i]).encode();
  });
  Files all;  // equal columns are one file
  for (Files& own : files) all.merge(own);
  ColumnFiles result;
  result.files.push_back(directory_file(keys, result));
  for (auto& [name, bytes] : all) result.files.push_back({name, std::move(bytes)});
  return result;
}

}  // namespace

Result<ColumnFiles> write_columns(const Documents& documents, std::span<const std::uint64_t> ids, std::size_t most_files,
                                  unsigned jobs) {
  const Result<std::vector<ColumnValues>> collected = collect_columns(documents, jobs);
  if (!collected) return collected.error();
  const std::vector<ColumnValues>& columns = *collected;
  std::size_t larger = 1;
  ColumnFiles result = write_all(columns, ids, larger, jobs);
  while (result.files.size() > most_files / 2 && larger < kMostTimesLarger) {
    result = write_all(columns, ids, larger *= 2, jobs);
  }
  const std::size_t left = most_files - std::min(most_files, result.files.size());
  FilterFiles filters = write_filters(columns, static_cast<std::uint32_t>(documents.size()), left, jobs);
  result.filter_keys = std::move(filters.in_root);
  std::move(filters.files.begin(), filters.files.end(), std::back_inserter(result.files));
  return result;
}

}  // namespace catchword
