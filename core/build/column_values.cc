#include "build/column_values.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <span>
#include <string_view>
#include <utility>

#include "base/parallel.h"
#include "base/shared_prefix.h"
#include "build/numbered_strings.h"

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
    const std::string own = column_value(value);
    const ValueOrdinal known = values_.find(own);
    return known == NumberedStrings::kNone ? values_.add(own) : known;
  }

  // Moves the values into the column; returns for each number its ordinal.
  std::vector<ValueOrdinal> sort_values() {
    StringList keys;
    for (ValueOrdinal i = 0; i < values_.size(); ++i) keys.push_back(order_key(column_.type, values_[i]));
    std::vector<ValueOrdinal> sorted(values_.size());
    std::iota(sorted.begin(), sorted.end(), ValueOrdinal{0});
    std::sort(sorted.begin(), sorted.end(), [&](ValueOrdinal a, ValueOrdinal b) {
      const int order = keys[a].compare(keys[b]);
      return order != 0 ? order < 0 : values_[a] < values_[b];
    });
    std::vector<ValueOrdinal> ordinals(values_.size());
    for (const ValueOrdinal number : sorted) {
      ordinals[number] = static_cast<ValueOrdinal>(column_.values.size());
      column_.values.push_back(values_[number]);
      column_.order_keys.push_back(keys[number]);
    }
    values_ = NumberedStrings();
    return ordinals;
  }

  ColumnValues& column_;
  NumberedStrings values_;
  ColumnChunk numbers_;  // of each document's values
  std::vector<ValueOrdinal> own_;
};

}  // namespace

std::string ColumnValues::separator_before(std::size_t value) const {
  const std::string_view own = order_keys[value];
  return std::string(own.substr(0, shared_prefix(order_keys[value - 1], own) + 1));
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
