#include "build/text_writer.h"

#include <algorithm>
#include <mutex>
#include <utility>

#include "base/parallel.h"
#include "build/content_hash.h"
#include "build/primer.h"
#include "build/sample.h"
#include "document/url.h"
#include "index/text_block.h"
#include "index/text_code.h"

namespace catchword {
namespace {

constexpr std::size_t kMostPrimer = 6144;        // bytes: a first search pays for half of them, texts repay 6%
constexpr BlockOrdinal kBlocksRead = 8;          // at a time, by a thread
constexpr std::size_t kLeastTextPerPrimer = 16;  // bytes of text for each of the primer's

struct DocumentRange {
  std::size_t begin;
  std::size_t end;
};

// Those that have a part in blocks from `begin` to `end` - 1.
DocumentRange documents_in(std::span<const DocumentLayout> layouts, BlockOrdinal begin, BlockOrdinal end) {
  const auto first = std::partition_point(layouts.begin(), layouts.end(), [&](const DocumentLayout& layout) {
    return layout.place.block + layout.block_count <= begin;
  });
  const auto behind = std::partition_point(first, layouts.end(), [&](const DocumentLayout& layout) {
    return layout.place.block < end;
  });
  return {static_cast<std::size_t>(first - layouts.begin()), static_cast<std::size_t>(behind - layouts.begin())};
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

/// Text blocks of some neighbouring documents, which are in memory.
class BlockEncoder {
 public:
  /// For blocks from `begin` to `end` - 1. Error: kOutput.
  static Result<BlockEncoder> open(const Documents& documents, std::span<const DocumentLayout> layouts,
                                   BlockOrdinal begin, BlockOrdinal end) {
    const DocumentRange range = documents_in(layouts, begin, end);
    Result<Documents::Range> read = documents.read(range.begin, range.end);
    if (!read) return read.error();
    return BlockEncoder(std::move(*read), layouts.subspan(range.begin, range.end - range.begin));
  }

  [[nodiscard]] Bytes encode(BlockOrdinal block) const {
    const DocumentRange range = documents_in(layouts_, block, block + 1);
    std::vector<TextPart> parts;
    std::vector<std::string> anchors;  // encoded; reserved, for the parts borrow
    std::vector<std::vector<Piece>> pieces;
    std::size_t count = 0;
    for (std::size_t i = range.begin; i < range.end; ++i) {
      count += pieces.emplace_back(pieces_of(documents_[i], layouts_[i])).size();
    }
    anchors.reserve(count);
    for (std::size_t i = range.begin; i < range.end; ++i) {
      const std::uint32_t blocks_before = block - layouts_[i].place.block;
      TextPart part = make_part(documents_[i], layouts_[i], blocks_before);
      for (const Piece& piece : pieces[i - range.begin]) {
        if (piece.block != blocks_before) continue;
        const Passage& passage = documents_[i].passages[piece.passage];
        anchors.push_back(encode_fragment(passage.anchor));
        part.passages.push_back(
            {passage.heading, anchors.back(),
             std::string_view(passage.text).substr(piece.begin, piece.end - piece.begin)});
      }
      parts.push_back(std::move(part));
    }
    return encode_text_block(parts);
  }

 private:
  BlockEncoder(Documents::Range documents, std::span<const DocumentLayout> layouts)
      : documents_(std::move(documents)), layouts_(layouts) {}

  Documents::Range documents_;
  std::span<const DocumentLayout> layouts_;
};

// A block of each of a few documents.
Result<std::vector<Bytes>> sample_blocks(const Documents& documents, std::span<const std::uint64_t> ids,
                                         std::span<const DocumentLayout> layouts) {
  std::vector<Bytes> samples;
  for (const std::size_t document : sample_documents(ids)) {
    const DocumentLayout& layout = layouts[document];
    const auto block = static_cast<BlockOrdinal>(layout.place.block + ids[document] % layout.block_count);
    const Result<BlockEncoder> encoder = BlockEncoder::open(documents, layouts, block, block + 1);
    if (!encoder) return encoder.error();
    samples.push_back(encoder->encode(block));
  }
  return samples;
}

// Where runs of some kBlocksRead begin. A document that is read has all its blocks in one.
std::vector<BlockOrdinal> begins_of_runs(std::span<const DocumentLayout> layouts, BlockOrdinal blocks, bool are_read) {
  std::vector<BlockOrdinal> begins;
  const auto add = [&](BlockOrdinal block) {
    if (begins.empty() || block >= begins.back() + kBlocksRead) begins.push_back(block);
  };
  if (are_read) {
    for (const DocumentLayout& layout : layouts) add(layout.place.block);
  } else {
    for (BlockOrdinal block = 0; block < blocks; ++block) add(block);
  }
  return begins;
}

// The payloads of all blocks.
Result<std::vector<FileBytes>> encode_blocks(const Documents& documents, std::span<const DocumentLayout> layouts,
                                             BlockOrdinal blocks, const TextEncoder& encoder, WaitingFiles& waiting,
                                             unsigned jobs) {
  std::vector<FileBytes> payloads(blocks);
  std::mutex one;
  const std::vector<BlockOrdinal> begins = begins_of_runs(layouts, blocks, !documents.in_memory());
  std::vector<Status> read(begins.size());
  parallel_for(begins.size(), jobs, [&](std::size_t run, unsigned) {
    const BlockOrdinal begin = begins[run];
    const BlockOrdinal end = run + 1 < begins.size() ? begins[run + 1] : blocks;
    const Result<BlockEncoder> own = BlockEncoder::open(documents, layouts, begin, end);
    read[run] = own ? Status() : own.error();
    for (BlockOrdinal block = begin; read[run] && block < end; ++block) {
      payloads[block] = encoder.encode(own->encode(block));
      const std::lock_guard lock(one);
      read[run] = waiting.put_aside(payloads[block]);
    }
  });
  for (const Status& status : read) {
    if (!status) return status.error();
  }
  return payloads;
}

std::size_t primer_bytes(std::span<const DocumentLayout> layouts) {
  std::size_t bytes = 0;
  for (const DocumentLayout& layout : layouts) bytes += layout.bytes;
  return std::min(bytes / kLeastTextPerPrimer, kMostPrimer);
}

// Makes the files of a group, and leaves nothing of its payloads.
Status seal_group(std::span<FileBytes> payloads, WaitingFiles& waiting, ContentHash& hash,
                  std::vector<BundleFile>& files) {
  Bytes buffer;
  RunHash all;
  for (const FileBytes& payload : payloads) {
    const Result<ByteView> bytes = payload.read(buffer);
    if (!bytes) return bytes.error();
    all.add(*bytes);
  }
  hash = all.get();
  for (std::size_t i = 0; i < payloads.size(); ++i) {
    const Result<ByteView> bytes = payloads[i].read(buffer);
    if (!bytes) return bytes.error();
    const std::string name = text_name(hash, static_cast<std::uint32_t>(i));
    files.push_back({name, seal(name, *bytes)});
    payloads[i] = FileBytes();
    if (const Status aside = waiting.put_aside(files.back().bytes); !aside) return aside;
  }
  return {};
}

// A bundle without a primer has no file for it.
void write_primer(const TextEncoder& encoder, TextFiles& result) {
  if (!encoder.has_primer()) return;
  result.primer = short_hash(encoder.primer());
  const std::string name = primer_name(*result.primer);
  result.files.push_back({name, seal(name, encoder.primer())});
}

}  // namespace

Result<TextFiles> write_texts(const Documents& documents, std::span<const std::uint64_t> ids,
                              std::span<const DocumentLayout> layouts, std::span<const TextPlace> group_ends,
                              bool is_crowded, WaitingFiles& waiting, unsigned jobs) {
  const Result<std::vector<Bytes>> samples = sample_blocks(documents, ids, layouts);
  if (!samples) return samples.error();
  const TextEncoder encoder(choose_primer(*samples, primer_bytes(layouts)),
                            is_crowded ? Effort::kThorough : Effort::kQuick);

  Result<std::vector<FileBytes>> payloads =
      encode_blocks(documents, layouts, group_ends.back().block, encoder, waiting, jobs);
  if (!payloads) return payloads.error();
  TextFiles result;
  result.groups.resize(group_ends.size());
  write_primer(encoder, result);
  for (std::size_t group = 0; group < group_ends.size(); ++group) {
    const BlockOrdinal begin = group == 0 ? 0 : group_ends[group - 1].block;
    const auto own = std::span(*payloads).subspan(begin, group_ends[group].block - begin);
    const Status sealed = seal_group(own, waiting, result.groups[group], result.files);
    if (!sealed) return sealed.error();
  }
  return result;
}

}  // namespace catchword
