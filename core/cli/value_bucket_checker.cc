#include "cli/value_bucket_checker.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "index/block_file.h"
#include "index/period.h"
#include "index/value_buckets.h"
#include "index/value_lists.h"

namespace catchword {
namespace {

using KeyAndValue = std::pair<std::string, std::string>;

/// What is in buckets of a value of `key`: a text itself, of a date its periods.
std::vector<std::string> listed_as(const FilterKey& key, const std::string& value) {
  if (!is_ordered(key.type)) return {value};
  std::vector<std::string> periods;
  for (int level = 0; level < kPeriodLevels; ++level) {
    const std::string_view period = period_of(value, level);
    if ((key.periods >> level & 1) != 0 && !period.empty()) periods.emplace_back(period);
  }
  return periods;
}

/// Which documents have which values that readers may narrow by, as far as these are in buckets.
std::map<KeyAndValue, std::vector<DocId>> lists_of(const FilterKeys& keys, const std::vector<WholeColumn>& columns) {
  std::map<KeyAndValue, std::vector<DocId>> lists;
  for (const FilterKey& key : keys.keys) {
    const WholeColumn* column = column_of(columns, key.name);
    if (column == nullptr || !column->key.filter) continue;
    for (DocId document = 0; document < column->documents.size(); ++document) {
      for (const ValueOrdinal value : column->documents.of(document)) {
        for (std::string& listed : listed_as(key, column->names[value].value)) {
          std::vector<DocId>& list = lists[{column->key.name, std::move(listed)}];
          if (list.empty() || list.back() != document) list.push_back(document);
        }
      }
    }
  }
  return lists;
}

bool is_list_of(const DocumentSet& found, const std::vector<DocId>& documents) {
  return found.count() == documents.size() &&
         std::all_of(documents.begin(), documents.end(), [&](DocId document) { return found.contains(document); });
}

class BucketChecker {
 public:
  BucketChecker(const FilterKeys& keys, std::uint32_t documents, const ColumnSource& source)
      : keys_(keys), documents_(documents), source_(source) {}

  void check(const std::vector<WholeColumn>* columns) {
    has_columns_ = columns != nullptr;
    if (has_columns_) unlisted_ = lists_of(keys_, *columns);
    for (std::uint32_t i = 0; i < keys_.buckets.count; ++i) check_bucket(i);
    if (!unlisted_.empty() && whole_) fault("root", damaged("root", "a value has no list"));
  }

 private:
  void fault(const std::string& name, const Error& error) {
    whole_ = false;
    source_.fault(name, error);
  }

  void check_bucket(std::uint32_t number) {
    const std::string name = value_file_name(keys_.buckets.hash, number);
    const Result<Bytes> payload = source_.payload_of(name);
    if (!payload) return fault(name, payload.error());
    std::vector<BucketValue> values;
    ByteReader reader(*payload);
    read_bucket_values(reader, [&](const BucketValue& value) { values.push_back(value); });
    if (!reader.ok()) return fault(name, broken(name).error());
    const ByteView lists = reader.take(reader.remaining());
    for (std::uint32_t i = 0; i < values.size(); ++i) {
      DocumentSet found(documents_);
      const Status status = decode_value_lists(name, lists, i, i + 1, found);
      if (!status) return fault(name, status.error());
      if (has_columns_ && !belongs(values[i], number, found)) {
        return fault(name, damaged(name, "its lists are not the column's"));
      }
    }
  }

  // Each value once, in its bucket, with the documents that have it.
  bool belongs(const BucketValue& value, std::uint32_t bucket, const DocumentSet& listed) {
    if (value.key >= keys_.keys.size()) return false;
    const std::string_view key = keys_.keys[value.key].name;
    const auto list = unlisted_.find({std::string(key), std::string(value.value)});
    if (list == unlisted_.end() || !is_list_of(listed, list->second)) return false;
    unlisted_.erase(list);
    return keys_.buckets.bucket_of(key, order_key(ColumnType::kText, value.value)) == bucket;
  }

  const FilterKeys& keys_;
  std::uint32_t documents_;
  const ColumnSource& source_;
  bool has_columns_ = false;
  std::map<KeyAndValue, std::vector<DocId>> unlisted_;  // not met in a bucket so far
  bool whole_ = true;
};

}  // namespace

void check_value_buckets(const FilterKeys& keys, std::uint32_t documents, const ColumnSource& source,
                         const std::vector<WholeColumn>* columns) {
  BucketChecker(keys, documents, source).check(columns);
}

}  // namespace catchword
