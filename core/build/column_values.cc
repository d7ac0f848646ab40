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

Keys declared_keys(const std::vector<Document>& documents) {
  Keys keys;
  for (const Document& document : documents) {
    for (const Metadata& metadata : document.metadata) {
      if (!metadata.filter && !metadata.sort) continue;
      ColumnValues& column = keys[metadata.key];
      column.type = column_type(metadata.type);
      column.filter |= metadata.filter;
      column.sort |= metadata.sort;
    }
  }
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

// Numbers values in the order in which they are met, and sorts them in the end.
class ValueNumbering {
 public:
  ValueOrdinal number(const std::string& value) {
    const auto next = static_cast<ValueOrdinal>(values_.size());
    const auto [place, is_new] = numbers_.try_emplace(column_value(value), next);
    if (is_new) values_.push_back(&place->first);
    return place->second;
  }

  /// Moves the values into `column`; returns for each number its ordinal.
  std::vector<ValueOrdinal> finish(ColumnValues& column) const {
    std::vector<std::pair<std::string, ValueOrdinal>> sorted;
    for (ValueOrdinal i = 0; i < values_.size(); ++i) {
      sorted.emplace_back(order_key(column.type, *values_[i]), i);
    }
    std::sort(sorted.begin(), sorted.end(), [&](const auto& a, const auto& b) {
      const int order = a.first.compare(b.first);
      return order != 0 ? order < 0 : *values_[a.second] < *values_[b.second];
    });
    std::vector<ValueOrdinal> ordinals(values_.size());
    for (auto& [key, number] : sorted) {
      ordinals[number] = static_cast<ValueOrdinal>(column.values.size());
      column.values.push_back(*values_[number]);
      column.order_keys.push_back(std::move(key));
    }
    return ordinals;
  }

 private:
  std::unordered_map<std::string, ValueOrdinal> numbers_;
  std::vector<const std::string*> values_;
};

void fill(ColumnValues& column, const std::vector<Document>& documents) {
  ValueNumbering numbering;
  ColumnChunk numbers;
  std::vector<ValueOrdinal> own;
  for (const Document& document : documents) {
    own.clear();
    for (const std::string& value : values_of(document, column.key)) own.push_back(numbering.number(value));
    numbers.add(own);
  }
  const std::vector<ValueOrdinal> ordinals = numbering.finish(column);
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    own.clear();
    for (const ValueOrdinal number : numbers.of(i)) own.push_back(ordinals[number]);
    std::sort(own.begin(), own.end());
    own.erase(std::unique(own.begin(), own.end()), own.end());
    column.documents.add(own);
  }
}

}  // namespace

std::string ColumnValues::separator_before(std::size_t value) const {
  const std::string& own = order_keys[value];
  return own.substr(0, shared_prefix(order_keys[value - 1], own) + 1);
}

std::vector<ColumnValues> collect_columns(const std::vector<Document>& documents, unsigned jobs) {
  std::vector<ColumnValues> columns;
  for (auto& [name, column] : declared_keys(documents)) columns.push_back(std::move(column));
  parallel_for(columns.size(), jobs, [&](std::size_t i, unsigned) { fill(columns[i], documents); });
  std::erase_if(columns, [](const ColumnValues& column) { return column.values.empty(); });
  return columns;
}

}  // namespace catchword
