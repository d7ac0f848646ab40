// Layout (base/byte_writer.h):
//   number of keys; for each
//     string: name; byte: type
//     of dates: byte: periods
//     of numbers and dates: block: scale (index/column_block.cc)
//   if one has values or periods in buckets: hash, number of buckets, string: displacements

#include "index/filter_keys.h"

#include "base/byte_reader.h"
#include "base/byte_writer.h"
#include "index/period.h"

namespace catchword {

std::string encode_filter_keys(const FilterKeys& keys) {
  if (keys.keys.empty()) return {};
  ByteWriter writer;
  writer.varint(static_cast<std::uint32_t>(keys.keys.size()));
  for (const FilterKey& key : keys.keys) {
    writer.string(key.name);
    writer.u8(static_cast<std::uint8_t>(key.type));
    if (key.type == ColumnType::kDate) writer.u8(key.periods);
    if (is_ordered(key.type)) write_column_block(writer, key.scale);
  }
  if (keys.buckets.count != 0) {
    writer.append(keys.buckets.hash);
    writer.varint(keys.buckets.count);
    writer.string(as_text(keys.buckets.displacements));
  }
  return std::string(as_text(writer.bytes()));
}

Status parse_filter_keys(std::string_view name, std::string_view bytes, FilterKeys& keys) {
  if (bytes.empty()) return {};
  ByteReader reader(as_bytes(bytes));
  bool has_buckets = false;
  for (std::uint32_t left = reader.count(2); left > 0; --left) {
    FilterKey key;
    key.name = reader.string();
    const std::uint8_t type = reader.u8();
    key.type = static_cast<ColumnType>(type);
    if (type >= kColumnTypes || (!keys.keys.empty() && key.name <= keys.keys.back().name)) reader.fail();
    if (key.type == ColumnType::kDate) key.periods = reader.u8();
    if (key.periods >= 1 << kPeriodLevels) reader.fail();
    if (is_ordered(key.type)) key.scale = read_column_block(reader);
    has_buckets |= !is_ordered(key.type) || key.periods != 0;
    keys.keys.push_back(std::move(key));
  }
  if (has_buckets) {
    keys.buckets.hash = read_hash(reader);
    keys.buckets.count = reader.varint();
    keys.buckets.displacements = as_bytes(reader.string());
    if (keys.buckets.count == 0 || keys.buckets.displacements.empty()) reader.fail();
  }
  if (reader.ok() && reader.remaining() == 0) return {};
  keys = {};
  return broken(name);
}

}  // namespace catchword
