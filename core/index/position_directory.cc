// Layout (base/byte_writer.h): string: what is known of positions beforehand (position_prior.cc); then, per
// term block:
//   number of files; per file, but for the first: how many postings later it begins; hash of five bytes

#include "index/position_directory.h"

#include <algorithm>
#include <utility>

#include "base/byte_reader.h"
#include "base/byte_writer.h"

namespace catchword {
namespace {

constexpr std::uint32_t kMostPostings = 1u << 22;  // of a term block
constexpr std::size_t kHashBytes = std::tuple_size_v<ContentHash>;

void read_files(ByteReader& reader, PositionDirectory& directory) {
  const std::uint32_t count = reader.count(kHashBytes);
  if (count == 0) return reader.fail();
  std::uint32_t first = 0;
  for (std::uint32_t i = 0; i < count; ++i) {
    const std::uint32_t later = i == 0 ? 0 : reader.varint();
    const bool ascends = i == 0 || later > 0;
    if (!ascends || later > kMostPostings - first) return reader.fail();
    first += later;
    PositionDirectory::File& file = directory.files.emplace_back();
    file.first = first;
    const ByteView hash = reader.take(kHashBytes);
    std::copy(hash.begin(), hash.end(), file.hash.begin());
  }
}

}  // namespace

Bytes encode_position_directory(const PositionDirectory& directory) {
  ByteWriter writer;
  writer.string(as_text(directory.prior.encode()));
  for (std::size_t block = 0; block + 1 < directory.starts.size(); ++block) {
    const std::uint32_t begin = directory.starts[block];
    const std::uint32_t end = directory.starts[block + 1];
    writer.varint(end - begin);
    for (std::uint32_t i = begin; i < end; ++i) {
      if (i > begin) writer.varint(directory.files[i].first - directory.files[i - 1].first);
      writer.append(directory.files[i].hash);
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
  for (std::size_t block = 0; block < blocks && reader.ok(); ++block) {
    read_files(reader, directory);
    directory.starts.push_back(static_cast<std::uint32_t>(directory.files.size()));
  }
  if (!reader.ok() || reader.remaining() != 0) return damaged(name, "its layout is broken");
  return directory;
}

}  // namespace catchword
