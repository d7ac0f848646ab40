#include "build/text_writer.h"

#include <algorithm>

#include "base/parallel.h"
#include "build/content_hash.h"
#include "build/primer.h"
#include "build/sample.h"
#include "document/url.h"
#include "index/text_block.h"
#include "index/text_code.h"

namespace catchword {
namespace {

constexpr std::size_t kMostPrimer = 2048;        // bytes: a first search pays for half of them
constexpr std::size_t kLeastTextPerPrimer = 16;  // bytes of text for each of the primer's

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

// A block of each of a few documents.
std::vector<Bytes> sample_blocks(const std::vector<BlockPlan>& plans,
                                 std::span<const Document> documents,
                                 std::span<const DocumentLayout> layouts) {
  std::vector<Bytes> samples;
  for (const std::size_t document : sample_documents(documents)) {
    const DocumentLayout& layout = layouts[document];
    const std::uint64_t hash = content_hash(as_bytes(documents[document].id));
    const BlockPlan& plan = plans[layout.place.block + hash % layout.block_count];
    samples.push_back(encode_block(plan, documents, layouts));
  }
  return samples;
}

std::size_t primer_bytes(std::span<const DocumentLayout> layouts) {
  std::size_t bytes = 0;
  for (const DocumentLayout& layout : layouts) bytes += layout.bytes;
  return std::min(bytes / kLeastTextPerPrimer, kMostPrimer);
}

// A bundle without a primer has no file for it.
void write_primer(const TextEncoder& encoder, TextFiles& result) {
  if (!encoder.has_primer()) return;
  result.primer = short_hash(encoder.primer());
  const std::string name = primer_name(*result.primer);
  result.files.push_back({name, seal(name, encoder.primer())});
}

}  // namespace

TextFiles write_texts(std::span<const Document> documents, std::span<const DocumentLayout> layouts,
                      std::span<const TextPlace> group_ends, bool is_crowded, unsigned jobs) {
  const std::vector<BlockPlan> plans = plan_blocks(layouts, group_ends.back().block);
  const TextEncoder encoder(
      choose_primer(sample_blocks(plans, documents, layouts), primer_bytes(layouts)),
      is_crowded ? Effort::kThorough : Effort::kQuick);

  TextFiles result;
  result.groups.resize(group_ends.size());
  std::vector<std::vector<BundleFile>> files(group_ends.size());
  parallel_for(group_ends.size(), jobs, [&](std::size_t group, unsigned) {
    std::vector<Bytes> payloads;
    const BlockOrdinal begin = group == 0 ? 0 : group_ends[group - 1].block;
    for (BlockOrdinal block = begin; block < group_ends[group].block; ++block) {
      payloads.push_back(encoder.encode(encode_block(plans[block], documents, layouts)));
    }
    result.groups[group] = short_hash_of(payloads);
    for (std::size_t i = 0; i < payloads.size(); ++i) {
      const std::string name = text_name(result.groups[group], static_cast<std::uint32_t>(i));
      files[group].push_back({name, seal(name, payloads[i])});
    }
  });
  write_primer(encoder, result);
  for (std::vector<BundleFile>& group : files) {
    std::move(group.begin(), group.end(), std::back_inserter(result.files));
  }
  return result;
}

}  // namespace catchword
