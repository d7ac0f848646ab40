// Layout: varint: 0 and a hash, or the size of the payload plus one, and the payload.

#include "index/column_block.h"

#include <algorithm>

namespace catchword {

void write_column_block(ByteWriter& writer, const ColumnBlock& block) {
  if (block.is_file) {
    writer.varint(0);
    writer.append(block.hash);
  } else {
    writer.varint(static_cast<std::uint32_t>(block.payload.size()) + 1);
    writer.append(block.payload);
  }
}

ColumnBlock read_column_block(ByteReader& reader) {
  ColumnBlock block;
  const std::uint32_t size = reader.varint();
  block.is_file = size == 0;
  const ByteView bytes = reader.take(block.is_file ? block.hash.size() : size - 1);
  if (block.is_file) {
    std::copy(bytes.begin(), bytes.end(), block.hash.begin());
  } else {
    block.payload.assign(bytes.begin(), bytes.end());
  }
  return block;
}

}  // namespace catchword
