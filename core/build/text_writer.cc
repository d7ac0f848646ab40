#include "build/text_writer.h"

#include <libdeflate.h>

#include <algorithm>
#include <memory>

#include "base/parallel.h"
#include "build/content_hash.h"
#include "document/url.h"
#include "index/text_block.h"

namespace catchword {
namespace {

constexpr int kDeflateLevel = 9;

// Which document's which pieces a block holds.
struct PartPlan {
  std::size_t document;
  std::uint32_t blocks_before;
};
using BlockPlan = std::vector<PartPlan>;

std::vector<BlockPlan> plan_blocks(std::span<const DocumentLayout> layouts, BlockOrdinal blocks) {
  std::vector<BlockPlan> plans(blocks);
  for (std::size_t i = 0; i < layouts.size(); ++i) {
    for (std::uint32_t block = 0; block < layouts[i].block_count; ++block) {
      plans[layouts[i].place.block + block].push_back({i, block});
    }
  }
  return plans;
}

TextPart make_part(const Document& document, const DocumentLayout& layout,
                   std::uint32_t blocks_before) {
  TextPart part;
  part.blocks_before = blocks_before;
  part.slot = layout.place.slot;
  part.id = document.id;
  part.url = document.url;
  part.title = document.title;
  for (const Metadata& entry : document.metadata) {
    part.metadata.push_back({entry.key, {entry.values.begin(), entry.values.end()}});
  }
  return part;
}

Bytes encode_block(const BlockPlan& plan, std::span<const Document> documents,
                   std::span<const DocumentLayout> layouts) {
  std::vector<TextPart> parts;
  std::vector<std::string> anchors;  // encoded; reserved, for the parts borrow
  std::size_t pieces = 0;
  for (const PartPlan& part : plan) pieces += layouts[part.document].pieces.size();
  anchors.reserve(pieces);
  for (const PartPlan& plan_part : plan) {
    const Document& document = documents[plan_part.document];
    const DocumentLayout& layout = layouts[plan_part.document];
    TextPart part = make_part(document, layout, plan_part.blocks_before);
    for (const Piece& piece : layout.pieces) {
      if (piece.block != plan_part.blocks_before) continue;
      const Passage& passage = document.passages[piece.passage];
      anchors.push_back(encode_fragment(passage.anchor));
      part.passages.push_back(
          {passage.heading, anchors.back(),
           std::string_view(passage.text).substr(piece.begin, piece.end - piece.begin)});
    }
    parts.push_back(std::move(part));
  }
  return encode_text_block(parts);
}

class Deflater {
 public:
  Deflater() : compressor_(libdeflate_alloc_compressor(kDeflateLevel)) {}
  ~Deflater() { libdeflate_free_compressor(compressor_); }
  Deflater(const Deflater&) = delete;
  Deflater& operator=(const Deflater&) = delete;

  /// Appends `payload`, deflated, to `out`.
  void append(ByteView payload, Bytes& out) {
    const std::size_t before = out.size();
    out.resize(before + libdeflate_deflate_compress_bound(compressor_, payload.size()));
    const std::size_t size = libdeflate_deflate_compress(
        compressor_, payload.data(), payload.size(), out.data() + before, out.size() - before);
    out.resize(before + size);
  }

 private:
  libdeflate_compressor* compressor_;
};

ContentHash hash_group(std::span<const Bytes> payloads) {
  std::uint64_t hash = 0;
  for (const Bytes& payload : payloads) hash = content_hash(payload, hash);
  Bytes bytes;
  for (int shift = 0; shift < 64; shift += 8) bytes.push_back(static_cast<std::uint8_t>(hash >> shift));
  return short_hash(bytes);
}

}  // namespace

TextFiles write_texts(std::span<const Document> documents, std::span<const DocumentLayout> layouts,
                      const TextLayout& layout, unsigned jobs) {
  const std::vector<BlockPlan> plans = plan_blocks(layouts, layout.blocks);
  const std::size_t per_group = layout.blocks_per_group;
  const std::size_t group_count = (plans.size() + per_group - 1) / per_group;
  std::vector<std::unique_ptr<Deflater>> deflaters(std::max(jobs, 1u));
  for (auto& deflater : deflaters) deflater = std::make_unique<Deflater>();

  TextFiles result;
  result.groups.resize(group_count);
  std::vector<std::vector<BundleFile>> files(group_count);
  parallel_for(group_count, jobs, [&](std::size_t group, unsigned worker) {
    const std::size_t begin = group * per_group;
    const std::size_t end = std::min(begin + per_group, plans.size());
    std::vector<Bytes> payloads;
    for (std::size_t block = begin; block < end; ++block) {
      payloads.push_back(encode_block(plans[block], documents, layouts));
    }
    result.groups[group] = hash_group(payloads);
    for (std::size_t block = begin; block < end; ++block) {
      if (plans[block].empty()) continue;  // a place kept free, see text_layout.cc
      BundleFile file;
      file.name = text_name(result.groups[group], static_cast<std::uint32_t>(block - begin));
      const auto checksum = checksum_of(file.name, payloads[block - begin]);
      file.bytes.assign(checksum.begin(), checksum.end());
      deflaters[worker]->append(payloads[block - begin], file.bytes);
      files[group].push_back(std::move(file));
    }
  });
  for (std::vector<BundleFile>& group : files) {
    std::move(group.begin(), group.end(), std::back_inserter(result.files));
  }
  return result;
}

}  // namespace catchword
