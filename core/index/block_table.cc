// Layout (base/byte_writer.h): number of blocks; the separators behind the first, as a string; per block its hash
// of five bytes.
//
// The separators are a coded stream: of each the length shared with the one before, and the rest.

#include "index/block_table.h"

#include <algorithm>

#include "index/separator_codec.h"

namespace catchword {
std::size_t BlockTable::block_of(std::string_view key, std::size_t compared) const {
  const auto after = std::partition_point(
      separators.begin(), separators.end(),
      [=](std::string_view separator) { return separator.substr(0, compared) <= key; });
  return static_cast<std::size_t>(after - separators.begin()) - 1;
}

void append_page(BlockTable& table, const std::string& separator, const BlockTable& page) {
  const std::size_t begin = table.size();
  table.separators.insert(table.separators.end(), page.separators.begin(), page.separators.end());
  table.separators[begin] = separator;
  table.hashes.insert(table.hashes.end(), page.hashes.begin(), page.hashes.end());
}

void write_block_table(ByteWriter& writer, const BlockTable& table) {
  RangeEncoder coder;
  SeparatorCodec codec(coder);
  for (std::size_t i = 1; i < table.size(); ++i) codec.next(table.separators[i - 1], table.separators[i]);
  writer.varint(static_cast<std::uint32_t>(table.size()));
  writer.string(as_text(coder.finish()));
  for (const ContentHash& hash : table.hashes) writer.append(hash);
}

void read_block_table(ByteReader& reader, BlockTable& table) {
  const std::uint32_t count = reader.count(kHashBytes);
  RangeDecoder coder(as_bytes(reader.string()));
  SeparatorCodec codec(coder);
  table.separators = std::vector<std::string>(count);
  for (std::uint32_t i = 1; i < count; ++i) {
    const std::string& before = table.separators[i - 1];
    table.separators[i] = codec.next(before, {});
    if (!(before < table.separators[i]) || !coder.ok()) return reader.fail();
  }
  read_hashes(reader, table.hashes, count);
}

}  // namespace catchword
