// Layout (base/byte_writer.h): string: what is known of positions beforehand (position_prior.cc); 1 if files have
// several blocks, else 0; then, per term block:
//   number of position blocks; per block, but for the first: how many postings later it begins; if files have
//   several, its number in the file; unless that is above 0 the file's hash of five bytes
//
// A file of several blocks: each as a string.

#include "index/position_directory.h"

#include <utility>

#include "base/byte_reader.h"
#include "base/byte_writer.h"

namespace catchword {
namespace {

constexpr std::uint32_t kMostPostings = 1u << 22;  // of a term block

// A block that begins no file is in that of the block before.
bool read_place(ByteReader& reader, PositionDirectory& directory, PositionDirectory::File& file) {
  if (directory.shares_files) file.part = reader.varint();
  if (file.part == 0) {
    file.hash = read_hash(reader);
    return true;
  }
  if (directory.files.empty() || directory.files.back().part + 1 != file.part) return false;
  file.hash = directory.files.back().hash;
  return true;
}

void read_files(ByteReader& reader, PositionDirectory& directory) {
  const std::uint32_t count = reader.count(directory.shares_files ? 1 : kHashBytes);
  if (count == 0) return reader.fail();
  std::uint32_t first = 0;
  for (std::uint32_t i = 0; i < count; ++i) {
    const std::uint32_t later = i == 0 ? 0 : reader.varint();
    const bool ascends = i == 0 || later > 0;
    if (!ascends || later > kMostPostings - first) return reader.fail();
    first += later;
    PositionDirectory::File file;
    file.first = first;
    if (!read_place(reader, directory, file)) return reader.fail();
    directory.files.push_back(file);
  }
}

}  // namespace

Result<ByteView> position_block_in(const PositionDirectory& directory, std::size_t file, std::string_view name,
                                   ByteView payload) {
  if (!directory.shares_files) return payload;
  ByteReader reader(payload);
  for (std::uint32_t part = 0; part < directory.files[file].part; ++part) reader.string();
  const std::string_view block = reader.string();
  if (!reader.ok()) return damaged(name, "its layout is broken");
  return as_bytes(block);
}

Bytes encode_position_directory(const PositionDirectory& directory) {
  ByteWriter writer;
  writer.string(as_text(directory.prior.encode()));
  writer.varint(directory.shares_files ? 1 : 0);
  for (std::size_t block = 0; block + 1 < directory.starts.size(); ++block) {
    const std::uint32_t begin = directory.starts[block];
    const std::uint32_t end = directory.starts[block + 1];
    writer.varint(end - begin);
    for (std::uint32_t i = begin; i < end; ++i) {
      if (i > begin) writer.varint(directory.files[i].first - directory.files[i - 1].first);
      if (directory.shares_files) writer.varint(directory.files[i].part);
      if (directory.files[i].part == 0) writer.append(directory.files[i].hash);
    }
  }
  return writer.take();
}

Result<PositionDirectory> parse_position_directory(std::string_view name, ByteView payload,
                                                   std::size_t blocks) {
  ByteReader reader(payload);
  Result<PositionPrior> prior = PositionPrior::parse(name, as_bytes(reader.string()));
  if (!prior) return prior.error();
  PositionDirectory directory;
  directory.prior = std::move(*prior);
  const std::uint32_t shares = reader.varint();
  if (shares > 1) reader.fail();
  directory.shares_files = shares == 1;
  for (std::size_t block = 0; block < blocks && reader.ok(); ++block) {
    read_files(reader, directory);
    directory.starts.push_back(static_cast<std::uint32_t>(directory.files.size()));
  }
  if (!reader.ok() || reader.remaining() != 0) return damaged(name, "its layout is broken");
  return directory;
}

}  // namespace catchword
