// Layout (base/byte_writer.h): per term block: number of position blocks; per block: twice as many as postings later it
//   begins than the one before (the first: 0), and 1 if it begins a file; if so the file's hash of five bytes
//
// A file: its blocks, each as a string.

#include "index/position_directory.h"

#include <utility>

#include "base/byte_reader.h"
#include "base/byte_writer.h"
#include "index/limits.h"

namespace catchword {
namespace {

void read_blocks(ByteReader& reader, PositionDirectory& directory) {
  const std::uint32_t count = reader.count(1);
  if (count == 0) return reader.fail();
  std::uint32_t first = 0;
  for (std::uint32_t i = 0; i < count; ++i) {
    const std::uint32_t number = reader.varint();
    const std::uint32_t later = number / 2;
    const bool begins_file = number % 2 == 1;
    if ((i == 0) != (later == 0) || later > kMostPostings - first) return reader.fail();
    if (!begins_file && directory.blocks.empty()) return reader.fail();
    first += later;
    if (begins_file) {
      directory.blocks.push_back({first, read_hash(reader), 0});
    } else {
      const PositionDirectory::Block before = directory.blocks.back();
      directory.blocks.push_back({first, before.hash, before.part + 1});
    }
  }
}

}  // namespace

Result<ByteView> position_block_in(const PositionDirectory::Block& block, std::string_view name, ByteView payload) {
  ByteReader reader(payload);
  for (std::uint32_t part = 0; part < block.part; ++part) reader.string();
  const std::string_view own = reader.string();
  if (!reader.ok()) return damaged(name, "its layout is broken");
  return as_bytes(own);
}

Bytes encode_position_directory(const PositionDirectory& directory) {
  ByteWriter writer;
  for (std::size_t term_block = 0; term_block + 1 < directory.starts.size(); ++term_block) {
    const std::uint32_t begin = directory.starts[term_block];
    const std::uint32_t end = directory.starts[term_block + 1];
    writer.varint(end - begin);
    std::uint32_t first = 0;
    for (std::uint32_t i = begin; i < end; ++i) {
      const PositionDirectory::Block& block = directory.blocks[i];
      writer.varint(2 * (block.first - first) + (block.part == 0 ? 1 : 0));
      if (block.part == 0) writer.append(block.hash);
      first = block.first;
    }
  }
  return writer.take();
}

Result<PositionDirectory> parse_position_directory(std::string_view name, ByteView payload,
                                                   std::size_t term_blocks) {
  ByteReader reader(payload);
  PositionDirectory directory;
  for (std::size_t block = 0; block < term_blocks && reader.ok(); ++block) {
    read_blocks(reader, directory);
    directory.starts.push_back(static_cast<std::uint32_t>(directory.blocks.size()));
  }
  if (!reader.ok() || reader.remaining() != 0) return damaged(name, "its layout is broken");
  return directory;
}

}  // namespace catchword
