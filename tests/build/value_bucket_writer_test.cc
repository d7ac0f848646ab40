// Each value is in the bucket that its hash says; what a filter loads beside its list is little.
#include "build/value_bucket_writer.h"

#include <algorithm>
#include <map>
#include <set>

#include "build/value_files.h"
#include "index/value_buckets.h"
#include "support/property.h"

namespace catchword::test {
namespace {

// A key of texts, of which document i has value `values[i]`.
ColumnValues column_of(const std::string& key, const std::vector<std::string>& values) {
  ColumnValues column;
  column.key = key;
  column.filter = true;
  for (const std::string& value : std::set(values.begin(), values.end())) {
    column.values.push_back(value);
    column.order_keys.push_back(order_key(ColumnType::kText, value));
  }
  for (const std::string& value : values) {
    const auto at = std::lower_bound(column.values.begin(), column.values.end(), value);
    const auto ordinal = static_cast<ValueOrdinal>(at - column.values.begin());
    column.documents.add(std::span(&ordinal, 1));
  }
  return column;
}

/// The buckets as a searcher reads them.
struct Opened {
  explicit Opened(const std::vector<ColumnValues>& columns, std::size_t most_files) {
    std::vector<ListedValue> values;
    for (const ColumnValues& column : columns) {
      for (ListedValue& value : list_values(column, static_cast<std::uint32_t>(keys.size()))) values.push_back(std::move(value));
      keys.push_back(&column);
    }
    written = write_value_buckets(values, static_cast<std::uint32_t>(columns[0].documents.size()), most_files);
    buckets = {written.hash, static_cast<std::uint32_t>(written.files.size()), written.displacements};
    for (const BundleFile& file : written.files) payloads[file.name] = *unseal(file.name, file.bytes);
  }

  [[nodiscard]] ByteView payload(const std::string& key, const std::string& value) const {
    const std::uint32_t number = buckets.bucket_of(key, order_key(ColumnType::kText, value));
    return payloads.at(value_file_name(buckets.hash, number));
  }

  [[nodiscard]] bool find(const std::string& key, const std::string& value, DocumentSet& found) const {
    const auto at = std::find_if(keys.begin(), keys.end(), [&](const auto* own) { return own->key == key; }) - keys.begin();
    return find_in_bucket("bucket", payload(key, value), {static_cast<std::uint32_t>(at), value}, found).ok();
  }

  std::vector<const ColumnValues*> keys;
  ValueBucketFiles written;
  ValueBuckets buckets;
  std::map<std::string, ByteView> payloads;
};

std::vector<ColumnValues> columns_of(const std::map<std::string, std::vector<std::string>>& values) {
  std::vector<ColumnValues> columns;
  for (const auto& [key, own] : values) columns.push_back(column_of(key, own));
  return columns;
}

// Sections of which each is half as frequent as the one before it.
std::vector<std::string> sections(std::size_t documents, std::size_t different) {
  std::vector<std::string> values;
  for (std::size_t i = 0; i < documents; ++i) {
    std::size_t section = 0;
    for (std::size_t n = i * 2654435761u % documents; n % 2 == 1 && section + 1 < different; n /= 2) ++section;
    values.push_back("section " + std::to_string(section));
  }
  return values;
}

}  // namespace

TEST_CASE("every value is in its bucket, with the documents that have it") {
  check_property(
      [] {
        const auto value = rc::gen::element<std::string>("a", "A", "\u00e1", "b", "long tail", "c1", "c2", "c3");
        const auto values = *rc::gen::nonEmpty(rc::gen::container<std::vector<std::string>>(value));
        const std::vector<ColumnValues> columns = columns_of({{"one", values}, {"two", values}});
        const auto documents = static_cast<std::uint32_t>(values.size());
        const std::size_t most_files = *rc::gen::inRange<std::size_t>(1, 20);
        const Opened opened(columns, most_files);
        RC_ASSERT(opened.written.files.size() <= most_files);
        for (const ColumnValues& column : columns) {
          const auto lists = documents_by_value(column);
          for (std::size_t i = 0; i < lists.size(); ++i) {
            DocumentSet found(documents);
            RC_ASSERT(opened.find(column.key, std::string(column.values[i]), found));
            RC_ASSERT(found.count() == lists[i].size());
            for (const DocId document : lists[i]) RC_ASSERT(found.contains(document));
          }
        }
      },
      200);
}

TEST_CASE("a long list has a bucket of its own") {
  const std::vector<std::string> values = sections(20000, 12);
  const std::vector<ColumnValues> columns = columns_of({{"section", values}});
  const Opened opened(columns, 100);
  for (const std::string_view value : columns[0].values) {
    const ByteView payload = opened.payload("section", std::string(value));
    if (payload.size() < 300) continue;
    std::size_t count = 0;
    ByteReader reader(payload);
    read_bucket_values(reader, [&](const BucketValue&) { ++count; });
    CHECK(count == 1);
  }
}

TEST_CASE("few short lists share one bucket") {
  const std::vector<ColumnValues> columns = columns_of({{"author", {"a", "b", "c", "a"}}});
  CHECK(Opened(columns, 100).written.files.size() == 1);
}

TEST_CASE("without values there are no buckets") {
  const ValueBucketFiles written = write_value_buckets({}, 100, 100);
  CHECK(written.files.empty());
  CHECK(written.displacements.empty());
}

}  // namespace catchword::test
