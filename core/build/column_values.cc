#include "build/column_values.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <span>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "base/parallel.h"
#include "base/shared_prefix.h"

namespace catchword {
namespace {

constexpr std::string_view kTitleKey = "title";

using Keys = std::map<std::string, ColumnValues, std::less<>>;

ColumnType column_type(MetadataType type) {
  switch (type) {
    case MetadataType::kText: return ColumnType::kText;
    case MetadataType::kNumber: return ColumnType::kNumber;
    case MetadataType::kDate: return ColumnType::kDate;
    case MetadataType::kList: return ColumnType::kList;
  }
  return ColumnType::kText;
}

Result<Keys> declared_keys(const Documents& documents) {
  Keys keys;
  const Status visited = documents.visit([&](const Documents::Batch& batch, std::size_t) -> Status {
    for (const Document& document : batch) {
      for (const Metadata& metadata : document.metadata) {
        if (!metadata.filter && !metadata.sort) continue;
        ColumnValues& column = keys[metadata.key];
        column.type = column_type(metadata.type);
        column.filter |= metadata.filter;
        column.sort |= metadata.sort;
      }
    }
    return {};
  });
  if (!visited) return visited.error();
  keys.try_emplace(std::string(kTitleKey)).first->second.sort = true;
  for (auto& [name, column] : keys) column.key = name;
  return keys;
}

std::span<const std::string> values_of(const Document& document, const std::string& key) {
  for (const Metadata& metadata : document.metadata) {
    if (metadata.key == key) return metadata.values;
  }
  if (key == kTitleKey) return {&document.title, 1};
  return {};
}

/// Fills a column: its values are numbered in the order in which they are met, and sorted in the end.
class ColumnFiller {
 public:
  explicit ColumnFiller(ColumnValues& column) : column_(column) {}

  void add(const Document& document) {
    own_.clear();
    for (const std::string& value : values_of(document, column_.key)) own_.push_back(number(value));
    numbers_.add(own_);
  }

  void finish() {
    const std::vector<ValueOrdinal> ordinals = sort_values();
    for (std::size_t i = 0; i < numbers_.size(); ++i) {
      own_.clear();
      for (const ValueOrdinal number : numbers_.of(i)) own_.push_back(ordinals[number]);
      std::sort(own_.begin(), own_.end());
      own_.erase(std::unique(own_.begin(), own_.end()), own_.end());
      column_.documents.add(own_);
    }
  }

 private:
  ValueOrdinal number(const std::string& value) {
    const auto next = static_cast<ValueOrdinal>(values_.size());
    const auto [place, is_new] = by_value_.try_emplace(column_value(value), next);
    if (is_new) values_.push_back(&place->first);
    return place->second;
  }

  // Moves the values into the column; returns for each number its ordinal.
  std::vector<ValueOrdinal> sort_values() {
    std::vector<std::pair<std::string, ValueOrdinal>> sorted;
    for (ValueOrdinal i = 0; i < values_.size(); ++i) sorted.emplace_back(order_key(column_.type, *values_[i]), i);
    std::sort(sorted.begin(), sorted.end(), [&](const auto& a, const auto& b) {
      const int order = a.first.compare(b.first);
      return order != 0 ? order < 0 : *values_[a.second] < *values_[b.second];
    });
    std::vector<ValueOrdinal> ordinals(values_.size());
    for (auto& [key, number] : sorted) {
      ordinals[number] = static_cast<ValueOrdinal>(column_.values.size());
      column_.values.push_back(*values_[number]);
      column_.order_keys.push_back(std::move(key));
    }
    return ordinals;
  }

  ColumnValues& column_;
  std::unordered_map<std::string, ValueOrdinal> by_value_;
  std::vector<const std::string*> values_;  // by number
  ColumnChunk numbers_;                     // of each document's values
  std::vector<ValueOrdinal> own_;
};

}  // namespace

std::string ColumnValues::separator_before(std::size_t value) const {
  const std::string& own = order_keys[value];
  return own.substr(0, shared_prefix(order_keys[value - 1], own) + 1);
}

Result<std::vector<ColumnValues>> collect_columns(const Documents& documents, unsigned jobs) {
  Result<Keys> keys = declared_keys(documents);
  if (!keys) return keys.error();
  std::vector<ColumnValues> columns;
  for (auto& [name, column] : *keys) columns.push_back(std::move(column));
  std::vector<ColumnFiller> fillers(columns.begin(), columns.end());
  const Status visited = documents.visit([&](const Documents::Batch& batch, std::size_t) -> Status {
    parallel_for(fillers.size(), jobs, [&](std::size_t i, unsigned) {
      for (const Document& document : batch) fillers[i].add(document);
    });
    return {};
  });
  if (!visited) return visited.error();
  parallel_for(fillers.size(), jobs, [&](std::size_t i, unsigned) {
    fillers[i].finish();
  });
  std::erase_if(columns, [](const ColumnValues& column) { return column.values.empty(); });
  return columns;
}

}  // namespace catchword
