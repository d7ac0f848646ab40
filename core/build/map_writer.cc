#include "build/map_writer.h"

#include <algorithm>

#include "build/content_hash.h"
#include "index/block_file.h"

namespace catchword {
namespace {

constexpr std::size_t kMostInRoot = 8192;   // documents: the map takes them some 1 to 3 bits each
constexpr std::size_t kSmallestChunk = 1024;
constexpr std::size_t kMostChunks = 256;    // each costs the root five bytes

std::size_t documents_per_chunk(std::size_t documents, std::size_t most_files) {
  if (documents <= kMostInRoot) return kMostInRoot;
  std::size_t chunk = kSmallestChunk;
  while (chunk * std::min(most_files, kMostChunks) < documents) chunk *= 2;
  return chunk;
}

}  // namespace

std::vector<BundleFile> write_document_map(std::span<const DocumentLayout> layouts, std::span<const TextExtent> extents,
                                           std::size_t most_files, Root& root) {
  std::vector<TextPlace> places;
  for (const DocumentLayout& layout : layouts) places.push_back(layout.place);
  const std::size_t per_chunk = documents_per_chunk(places.size(), most_files);
  root.documents_per_chunk = static_cast<std::uint32_t>(per_chunk);
  std::vector<BundleFile> files;
  if (places.size() <= per_chunk) {
    root.places = std::move(places);
    if (root.blocks_per_file != 1) root.extents.assign(extents.begin(), extents.end());
    return files;
  }
  for (std::size_t at = 0; at < places.size(); at += per_chunk) {
    const auto chunk = std::span(places).subspan(at, std::min(per_chunk, places.size() - at));
    const BlockOrdinal first = chunk.front().block;
    const BlockOrdinal last = chunk.back().block + layouts[at + chunk.size() - 1].block_count - 1;
    const std::uint32_t group = root.group_of(first);
    const std::uint32_t before = root.chunk_groups.empty() ? ~0u : root.chunk_groups.back().block;
    root.chunk_groups.push_back({group, group == before ? root.chunk_groups.back().slot + 1 : 0});
    const Bytes payload = encode_map_chunk(root, group, chunk, extents.subspan(first, last + 1 - first));
    const ContentHash hash = short_hash(payload);
    root.map_chunks.push_back(hash);
    files.push_back({map_name(hash), seal(map_name(hash), payload)});
  }
  return files;
}

}  // namespace catchword
