// Feeds any bytes to the decoders of columns: the directory, a key's index, names, lists, chunks and buckets.
#include <algorithm>
#include <iterator>

#include "index/column_chunk.h"
#include "index/column_directory.h"
#include "index/value_buckets.h"
#include "index/value_lists.h"
#include "index/value_names.h"
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

void check_buckets(ByteView bytes) {
  ValueBuckets buckets;
  const Status parsed = parse_value_buckets("root.bin", as_text(bytes), buckets);
  if (!parsed || buckets.keys.empty()) return;
  fuzz::require(buckets.bucket_of("section", "net") < buckets.count, "a bucket");
}

void check_bucket(ByteView bytes) {
  DocumentSet found(kDocuments);
  (void)find_in_bucket("columns.bin", bytes, {1, "net"}, found);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr void (*kChecks[])(ByteView) = {check_directory, check_index, check_names, check_lists,
                                           check_chunk, check_buckets, check_bucket};
  if (size > 0) kChecks[data[0] % std::size(kChecks)]({data + 1, size - 1});
  return 0;
}
