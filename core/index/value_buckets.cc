// Layout of a bucket (base/byte_writer.h):
//   number of values; for each, varint: key; string: value
//   a block of value lists (index/value_lists.h), one for each value

#include "index/value_buckets.h"

#include "base/byte_reader.h"
#include "base/byte_writer.h"
#include "base/checksum.h"
#include "index/column_value.h"
#include "index/value_lists.h"

namespace catchword {

std::uint32_t value_hash(std::string_view key, std::string_view order_key) {
  constexpr std::uint8_t kEnd[] = {0};
  return crc32(as_bytes(order_key), crc32(kEnd, crc32(as_bytes(key))));
}

// The finisher of MurmurHash3 (Appleby), for a CRC is linear: displacing two hashes would move both alike.
std::uint32_t displaced(std::uint32_t hash, std::uint8_t displacement, std::uint32_t count) {
  hash ^= displacement * 0x9E3779B1u;
  hash = (hash ^ hash >> 16) * 0x85EBCA6Bu;
  hash = (hash ^ hash >> 13) * 0xC2B2AE35u;
  return (hash ^ hash >> 16) % count;
}

std::uint32_t ValueBuckets::bucket_of(std::string_view key, std::string_view order_key) const {
  const std::uint32_t hashed = value_hash(key, order_key);
  return displaced(hashed, displacements[hashed % displacements.size()], count);
}

Bytes encode_value_bucket(std::span<const BucketValue> values, std::span<const std::vector<DocId>> lists,
                          std::uint32_t documents) {
  ByteWriter writer;
  writer.varint(static_cast<std::uint32_t>(values.size()));
  for (const BucketValue& value : values) {
    writer.varint(value.key);
    writer.string(value.value);
  }
  writer.append(encode_value_lists(lists, documents));
  return writer.take();
}

// Which values are meant depends on all of them, so they are read twice.
Status find_in_bucket(std::string_view name, ByteView payload, const BucketValue& value, DocumentSet& found) {
  const std::string wanted = order_key(ColumnType::kText, value.value);
  ByteReader reader(payload);
  bool as_written = false;
  read_bucket_values(reader, [&](const BucketValue& own) {
    as_written |= own.key == value.key && own.value == value.value;
  });
  if (!reader.ok()) return broken(name);
  const ByteView lists = reader.take(reader.remaining());
  reader = ByteReader(payload);
  Status status;
  std::uint32_t number = 0;
  read_bucket_values(reader, [&](const BucketValue& own) {
    const bool is_meant = own.key == value.key && (as_written ? own.value == value.value
                                                              : order_key(ColumnType::kText, own.value) == wanted);
    if (is_meant && status) status = decode_value_lists(name, lists, number, number + 1, found);
    ++number;
  });
  return status;
}

}  // namespace catchword
