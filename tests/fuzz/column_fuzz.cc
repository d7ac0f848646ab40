// Feeds any bytes to the decoders of columns: the directory, a key's index, names, lists and chunks, and of
// what readers narrow by: keys, buckets, scales and bands.
#include <algorithm>
#include <iterator>

#include "index/column_chunk.h"
#include "index/column_directory.h"
#include "index/filter_keys.h"
#include "index/scale.h"
#include "index/value_lists.h"
#include "index/value_names.h"
#include "query/range_plan.h"
#include "require.h"

using namespace catchword;

namespace {

constexpr std::uint32_t kDocuments = 1000;

void check_directory(ByteView bytes) {
  const auto keys = parse_column_directory("columns.bin", bytes);
  if (!keys) return;
  for (const ColumnKey& key : *keys) {
    fuzz::require(key.values > 0 && key.values <= kMostValues, "values");
    (void)parse_column_index("columns.bin", key.index.payload, key, kDocuments);
  }
}

void check_index(ByteView bytes) {
  ColumnKey key;
  key.filter = true;
  key.values = 100;
  const auto index = parse_column_index("columns.bin", bytes, key, kDocuments);
  if (!index) return;
  const ColumnRun& last = index->chunks.back();
  fuzz::require(last.begin + last.size == kDocuments, "all documents");
}

void check_names(ByteView bytes) {
  const auto names = decode_value_names("columns.bin", bytes, 100);
  if (!names) return;
  for (const ValueName& name : *names) {
    fuzz::require(!name.value.empty() && name.value.size() <= kLongestValue, "a name");
  }
}

void check_lists(ByteView bytes) {
  DocumentSet found(kDocuments);
  const Status status = decode_value_lists("columns.bin", bytes, 10, 90, found);
  if (status) fuzz::require(found.count() <= kDocuments, "documents");
}

void check_chunk(ByteView bytes) {
  const auto chunk = decode_column_chunk("columns.bin", bytes, kDocuments, 70000);
  if (!chunk) return;
  fuzz::require(chunk->size() == kDocuments, "documents");
  for (std::size_t i = 0; i < chunk->size(); ++i) {
    const auto values = chunk->of(i);
    fuzz::require(std::is_sorted(values.begin(), values.end()), "ordinals ascend");
    fuzz::require(values.empty() || values.back() < 70000, "ordinals");
  }
}

void check_filter_keys(ByteView bytes) {
  FilterKeys keys;
  const Status parsed = parse_filter_keys("root.bin", as_text(bytes), keys);
  if (!parsed) return;
  if (keys.buckets.count > 0) fuzz::require(keys.buckets.bucket_of("section", "net") < keys.buckets.count, "a bucket");
  for (const FilterKey& key : keys.keys) (void)parse_scale("root.bin", key.scale.payload, kDocuments);
}

void check_bucket(ByteView bytes) {
  DocumentSet found(kDocuments);
  (void)find_in_bucket("columns.bin", bytes, {1, "net"}, found);
}

void check_scale(ByteView bytes) {
  const auto scale = parse_scale("columns.bin", bytes, kDocuments);
  if (!scale) return;
  const auto files = scale->size() + spans_of(scale->size(), true).size();
  const RangePlan plan = plan_range(*scale, {"2", "3"}, kDocuments);
  for (const std::uint32_t file : plan.files) fuzz::require(file < files, "a file");
  for (const BandPart& part : plan.parts) fuzz::require(part.band < scale->size(), "a band");
}

void check_band(ByteView bytes) {
  const auto band = parse_band("columns.bin", bytes);
  DocumentSet found(kDocuments);
  if (band) (void)decode_value_lists("columns.bin", band->lists, 0, static_cast<std::uint32_t>(band->values.size()), found);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr void (*kChecks[])(ByteView) = {check_directory, check_index, check_names, check_lists,
                                           check_chunk, check_filter_keys, check_bucket, check_scale, check_band};
  if (size > 0) kChecks[data[0] % std::size(kChecks)]({data + 1, size - 1});
  return 0;
}
