// A group ends, of all places where it is long enough and not too long, before the block with the least hash. Groups on
// either side of a change agree on that soon: both have most of these places in common.

#include "build/text_groups.h"

#include <algorithm>
#include <cstdint>

#include "build/content_hash.h"

namespace catchword {
namespace {

constexpr std::uint64_t kMostGroups = 256;  // each costs the root five bytes

// Groups of s blocks are at most so many times s², so that few blocks neither have long names nor are all one group.
constexpr std::uint64_t kGroupsOfOne = 4;

// The more documents there are, the more of the root other tables take: groups × documents is at most this.
constexpr std::uint64_t kMostProduct = 1u << 20;

// A group's last file is half full: there shall not be many such.
constexpr std::uint32_t kLeastFiles = 8;

// About how many blocks a group has: a power of two, so that an edit hardly ever changes it.
std::uint32_t group_size(std::uint64_t blocks, std::uint64_t documents, std::uint32_t blocks_per_file) {
  std::uint32_t size = 1;
  const auto are_many = [&](std::uint64_t groups) {
    return groups > 1 && (groups > kMostGroups || groups > kGroupsOfOne * size * size ||
                          groups * documents > kMostProduct || (blocks_per_file > 1 && size / blocks_per_file < kLeastFiles));
  };
  while (are_many((blocks + size - 1) / size)) size *= 2;
  return size;
}

// One for each block: of the document that begins in it or goes on there, and how far on.
Result<std::vector<std::uint64_t>> hash_blocks(const Documents& documents, std::span<const DocumentLayout> layouts) {
  std::vector<std::uint64_t> hashes;
  const Status visited = documents.visit([&](const Documents::Batch& batch, std::size_t first) -> Status {
    for (std::size_t i = 0; i < batch.size(); ++i) {
      const DocumentLayout& layout = layouts[first + i];
      if (layout.place.slot != 0) continue;
      for (std::uint32_t block = 0; block < layout.block_count; ++block) {
        hashes.push_back(content_hash(batch[i].id, block));
      }
    }
    return {};
  });
  return visited ? Result<std::vector<std::uint64_t>>(std::move(hashes)) : visited.error();
}

}  // namespace

Result<std::vector<TextPlace>> cut_groups(const Documents& documents, std::span<const DocumentLayout> layouts,
                                          std::uint32_t blocks_per_file) {
  const Result<std::vector<std::uint64_t>> hashed = hash_blocks(documents, layouts);
  if (!hashed) return hashed.error();
  const std::vector<std::uint64_t>& hashes = *hashed;
  const std::uint32_t size = group_size(hashes.size(), documents.size(), blocks_per_file);
  const std::uint32_t least = size * 3 / 4 + 1;
  const std::uint32_t most = size * 5 / 4 + 1;
  std::vector<TextPlace> ends;
  auto begin = hashes.begin();
  while (hashes.end() - begin > most) {
    begin = std::min_element(begin + least, begin + most + 1);
    ends.push_back({static_cast<BlockOrdinal>(begin - hashes.begin()), 0});
  }
  ends.push_back({static_cast<BlockOrdinal>(hashes.size()), 0});
  return ends;
}

std::size_t count_text_files(std::span<const TextPlace> group_ends, std::uint32_t blocks_per_file) {
  std::size_t files = 0;
  BlockOrdinal begin = 0;
  for (const TextPlace& end : group_ends) {
    files += (end.block - begin + blocks_per_file - 1) / blocks_per_file;
    begin = end.block;
  }
  return files;
}

}  // namespace catchword
