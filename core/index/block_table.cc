// Layout (base/byte_writer.h):
//   number of blocks; per block: length shared with the separator before, rest as a string, hash of
//   five bytes

#include "index/block_table.h"

#include <algorithm>

#include "base/shared_prefix.h"
#include "index/limits.h"

namespace catchword {
std::size_t BlockTable::block_of(std::string_view key) const {
  const auto after = std::upper_bound(separators.begin(), separators.end(), key);
  return static_cast<std::size_t>(after - separators.begin()) - 1;
}

std::size_t BlockTable::last_block_of(std::string_view prefix) const {
  const auto after = std::partition_point(
      separators.begin(), separators.end(), [prefix](const std::string& separator) {
        return std::string_view(separator).substr(0, prefix.size()) <= prefix;
      });
  return static_cast<std::size_t>(after - separators.begin()) - 1;
}

void write_block_table(ByteWriter& writer, const BlockTable& table) {
  std::string_view before;
  writer.varint(static_cast<std::uint32_t>(table.separators.size()));
  for (std::size_t i = 0; i < table.separators.size(); ++i) {
    const std::string_view separator = table.separators[i];
    const std::size_t shared = shared_prefix(before, separator);
    writer.varint(static_cast<std::uint32_t>(shared));
    writer.string(separator.substr(shared));
    writer.append(table.hashes[i]);
    before = separator;
  }
}

BlockTable read_block_table(ByteReader& reader) {
  BlockTable table;
  const std::uint32_t count = reader.count(2 + kHashBytes);
  table.separators = std::vector<std::string>(count);
  table.hashes = std::vector<ContentHash>(count);
  std::string_view before;
  for (std::uint32_t i = 0; i < count; ++i) {
    const std::uint32_t shared = reader.varint();
    if (shared > before.size()) return reader.fail(), BlockTable{};
    std::string& separator = table.separators[i];
    separator.append(before.substr(0, shared)).append(reader.string());
    const bool follows = i == 0 ? separator.empty() : separator > before;
    if (!follows || separator.size() > kLongestTerm) return reader.fail(), BlockTable{};
    table.hashes[i] = read_hash(reader);
    before = separator;
  }
  return table;
}

}  // namespace catchword
