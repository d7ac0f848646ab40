// Layout of the directory (base/byte_writer.h):
//   number of keys; for each
//     string: name
//     bytes: type; flags, 1 filter, 2 sort
//     varints: documents, values
//     strings: least, greatest
//     block: its index
// Layout of an index: two lists of runs (names, chunks), each
//   number of runs; for each
//     varint: size; of names, string: separator
//     block
// Blocks: index/column_block.cc.

#include "index/column_directory.h"

#include <algorithm>

#include "base/byte_reader.h"
#include "base/byte_writer.h"
#include "index/column_chunk.h"
#include "index/value_names.h"

namespace catchword {
namespace {

enum ColumnFlag : std::uint8_t { kFiltered = 1, kSorted = 2, kFlags = 4 };

ColumnKey read_key(ByteReader& reader) {
  ColumnKey key;
  key.name = reader.string();
  const std::uint8_t type = reader.u8();
  const std::uint8_t flags = reader.u8();
  key.type = static_cast<ColumnType>(type);
  key.filter = (flags & kFiltered) != 0;
  key.sort = (flags & kSorted) != 0;
  key.documents = reader.varint();
  key.values = reader.varint();
  key.least = reader.string();
  key.greatest = reader.string();
  key.index = read_column_block(reader);
  if (type >= kColumnTypes || flags >= kFlags || key.values - 1 >= kMostValues) reader.fail();
  return key;
}

void write_separator(ByteWriter& writer, const NameRun& run) { writer.string(run.separator); }
void write_separator(ByteWriter&, const ColumnRun&) {}
void read_separator(ByteReader& reader, NameRun& run) { run.separator = reader.string(); }
void read_separator(ByteReader&, ColumnRun&) {}

template <class Run>
void write_runs(ByteWriter& writer, const std::vector<Run>& runs) {
  writer.varint(static_cast<std::uint32_t>(runs.size()));
  for (const Run& run : runs) {
    writer.varint(run.size);
    write_separator(writer, run);
    write_column_block(writer, run.block);
  }
}

// Fails unless the runs make up all of `whole`, none of more than `most`.
template <class Run>
void read_runs(ByteReader& reader, std::uint32_t whole, std::uint32_t most, std::vector<Run>& runs) {
  runs.resize(reader.count(2));
  std::uint32_t end = 0;
  for (Run& run : runs) {
    run.begin = end;
    run.size = reader.varint();
    read_separator(reader, run);
    run.block = read_column_block(reader);
    if (run.size == 0 || run.size > most || run.size > whole - end) return reader.fail();
    end += run.size;
  }
  if (end != whole) reader.fail();
}

}  // namespace

Bytes encode_column_directory(const std::vector<ColumnKey>& keys) {
  ByteWriter writer;
  writer.varint(static_cast<std::uint32_t>(keys.size()));
  for (const ColumnKey& key : keys) {
    writer.string(key.name);
    writer.u8(static_cast<std::uint8_t>(key.type));
    writer.u8(static_cast<std::uint8_t>((key.filter ? kFiltered : 0) | (key.sort ? kSorted : 0)));
    writer.varint(key.documents);
    writer.varint(key.values);
    writer.string(key.least);
    writer.string(key.greatest);
    write_column_block(writer, key.index);
  }
  return writer.take();
}

Result<std::vector<ColumnKey>> parse_column_directory(std::string_view name, ByteView payload) {
  ByteReader reader(payload);
  std::vector<ColumnKey> keys(reader.count(8));
  std::string_view before;
  for (ColumnKey& key : keys) {
    key = read_key(reader);
    if (&key != keys.data() && key.name <= before) reader.fail();
    before = key.name;
  }
  if (!reader.ok() || reader.remaining() != 0) return damaged(name, "its layout is broken");
  return keys;
}

Bytes encode_column_index(const ColumnIndex& index) {
  ByteWriter writer;
  write_runs(writer, index.names);
  write_runs(writer, index.chunks);
  return writer.take();
}

Result<ColumnIndex> parse_column_index(std::string_view name, ByteView payload, const ColumnKey& key,
                                       std::uint32_t documents) {
  ByteReader reader(payload);
  ColumnIndex index;
  read_runs(reader, key.filter ? key.values : 0, kMostBlockNames, index.names);
  read_runs(reader, documents, kMostChunkDocuments, index.chunks);
  const bool ascend = std::is_sorted(
      index.names.begin(), index.names.end(),
      [](const NameRun& a, const NameRun& b) { return a.separator < b.separator; });
  if (!reader.ok() || reader.remaining() != 0 || !ascend) return damaged(name, "its layout is broken");
  return index;
}

}  // namespace catchword
