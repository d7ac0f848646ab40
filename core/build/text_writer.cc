#include "build/text_writer.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "build/content_hash.h"
#include "build/primer.h"
#include "build/sample.h"
#include "document/url.h"
#include "index/text_block.h"

namespace catchword {
namespace {

constexpr std::size_t kMostPrimer = 5632;        // bytes: a first search pays for half of them, texts repay 6%
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

std::size_t primer_bytes(std::span<const DocumentLayout> layouts) {
  std::size_t bytes = 0;
  for (const DocumentLayout& layout : layouts) bytes += layout.bytes;
  return std::min(bytes / kLeastTextPerPrimer, kMostPrimer);
}

}  // namespace

TextWriter::TextWriter(const Documents& documents, std::span<const std::uint64_t> ids,
                       std::span<const DocumentLayout> layouts, std::span<const TextPlace> group_ends,
                       std::uint32_t blocks_per_file, WaitingFiles& waiting)
    : documents_(documents),
      ids_(ids),
      layouts_(layouts),
      group_ends_(group_ends),
      blocks_per_file_(blocks_per_file),
      begins_(begins_of_runs(layouts, group_ends.back().block, !documents.in_memory())),
      runs_(begins_.size(), [this](std::size_t run, unsigned) { code_run(run); }),
      coded_(begins_.size()),
      left_(group_ends.size()),
      files_(group_ends.back().block),
      extents_(files_.size()),
      groups_(group_ends.size()),
      waiting_(waiting) {
  for (std::size_t group = 0; group < left_.size(); ++group) left_[group] = group_end(group) - group_begin(group);
}

void TextWriter::join(unsigned threads) {
  std::call_once(primed_, [this] { prime(); });
  if (encoder_) runs_.join(threads);
}

void TextWriter::prime() {
  const Result<std::vector<Bytes>> samples = sample_blocks(documents_, ids_, layouts_);
  if (samples) {
    encoder_.emplace(choose_primer(*samples, primer_bytes(layouts_)),
                     blocks_per_file_ == 1 ? Effort::kQuick : Effort::kThorough);
  } else {
    coded_.front() = samples.error();
  }
}

void TextWriter::code_run(std::size_t run) {
  coded_[run] = code_blocks(begins_[run], run + 1 < begins_.size() ? begins_[run + 1] : group_ends_.back().block);
}

Status TextWriter::code_blocks(BlockOrdinal begin, BlockOrdinal end) {
  const Result<BlockEncoder> blocks = BlockEncoder::open(documents_, layouts_, begin, end);
  if (!blocks) return blocks.error();
  for (BlockOrdinal block = begin; block < end; ++block) {
    files_[block].bytes = encoder_->encode(blocks->encode(block));
    if (const Status aside = put_aside(files_[block].bytes); !aside) return aside;
    const std::size_t group = group_of(block);
    if (--left_[group] > 0) continue;
    if (const Status sealed = seal_group(group); !sealed) return sealed;
  }
  return {};
}

// By the thread that coded the last block of it.
Status TextWriter::seal_group(std::size_t group) {
  const auto files = std::span(files_).subspan(group_begin(group), group_end(group) - group_begin(group));
  Bytes buffer;
  RunHash all;
  for (const BundleFile& file : files) {
    const Result<ByteView> payload = file.bytes.read(buffer);
    if (!payload) return payload.error();
    all.add(*payload);
  }
  groups_[group] = all.get();
  const auto extents = std::span(extents_).subspan(group_begin(group), files.size());
  for (std::size_t begin = 0; begin < files.size(); begin += blocks_per_file_) {
    const std::size_t count = std::min<std::size_t>(files.size() - begin, blocks_per_file_);
    const std::string name = text_name(groups_[group], static_cast<std::uint32_t>(begin / blocks_per_file_));
    const Status sealed = seal_file(files.subspan(begin, count), extents.subspan(begin, count), name);
    if (!sealed) return sealed;
  }
  return {};
}

// A file of these blocks, one or several. Leaves nothing of their payloads.
Status TextWriter::seal_file(std::span<BundleFile> blocks, std::span<TextExtent> extents, std::string name) {
  Bytes file;
  Bytes buffer;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const Result<ByteView> payload = blocks[i].bytes.read(buffer);
    if (!payload) return payload.error();
    extents[i] = {static_cast<std::uint32_t>(file.size()), static_cast<std::uint32_t>(kChecksumBytes + payload->size())};
    const Bytes sealed = seal(blocks_per_file_ == 1 ? name : part_name(name, extents[i]), *payload);
    file.insert(file.end(), sealed.begin(), sealed.end());
    blocks[i].bytes = FileBytes();
  }
  blocks[0] = {std::move(name), std::move(file)};
  return put_aside(blocks[0].bytes);
}

Status TextWriter::put_aside(FileBytes& bytes) {
  const std::lock_guard lock(putting_aside_);
  return waiting_.put_aside(bytes);
}

std::size_t TextWriter::group_of(BlockOrdinal block) const {
  const auto group = std::partition_point(group_ends_.begin(), group_ends_.end(),
                                          [block](const TextPlace& end) { return end.block <= block; });
  return static_cast<std::size_t>(group - group_ends_.begin());
}

Result<TextFiles> TextWriter::finish() {
  for (const Status& status : coded_) {
    if (!status) return status.error();
  }
  TextFiles result;
  if (encoder_->has_primer()) {  // a bundle without one has no file for it
    result.primer = short_hash(encoder_->primer());
    const std::string name = primer_name(*result.primer);
    result.files.push_back({name, seal(name, encoder_->primer())});
  }
  std::copy_if(std::make_move_iterator(files_.begin()), std::make_move_iterator(files_.end()),
               std::back_inserter(result.files), [](const BundleFile& file) { return !file.name.empty(); });
  result.groups = std::move(groups_);
  result.extents = std::move(extents_);
  return result;
}

}  // namespace catchword
