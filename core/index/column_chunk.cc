// Layout of the stream:
//   a bit: whether documents are compared with the one before
//   for each document
//     if so, a flag: its values are those of the document before (of the first: none)
//     if not, or they differ, their number, and each ordinal
// Neighbours in the input tend to be alike, and then the flag pays; what it leaves is coded in
// proportion to how often it was seen in the chunk.

#include "index/column_chunk.h"

#include <algorithm>
#include <array>
#include <bit>

#include "codec/number_model.h"
#include "index/block_file.h"

namespace catchword {
namespace {

constexpr std::uint32_t kMostOrdinals = 1u << 22;  // of a chunk

/// A symbol of any alphabet. Nodes of the tree that are deeper than its table is large share places.
class OrdinalModel {
 public:
  explicit OrdinalModel(std::uint32_t values)
      : width_(std::bit_width(std::max(values, 1u) - 1)),
        nodes_(std::size_t{1} << std::min(width_, kTableBits)) {}

  template <Coder C>
  ValueOrdinal code(C& coder, ValueOrdinal ordinal) {
    std::uint32_t node = 1;
    for (int bit = width_; bit-- > 0;) {
      BitModel& model = nodes_[node & (nodes_.size() - 1)];
      node = node << 1 | coder.bit(model, ordinal >> bit & 1);
    }
    return node - (1u << width_);
  }

 private:
  static constexpr int kTableBits = 16;

  int width_;
  std::vector<BitModel> nodes_;
};

// One description for both directions, see codec/range_coder.h.
template <Coder C>
class ColumnCodec {
 public:
  ColumnCodec(C& coder, std::uint32_t values, bool compared)
      : coder_(coder), compared_(coder.raw(compared ? 1 : 0, 1) != 0), ordinals_(values) {}

  bool same(bool value) {
    if (!compared_) return false;
    const std::uint32_t bit = coder_.bit(same_[history_], value ? 1 : 0);
    history_ = (history_ << 1 | bit) % kHistories;
    return bit != 0;
  }
  std::uint32_t count(std::uint32_t value) { return counts_.code(coder_, value); }
  ValueOrdinal ordinal(ValueOrdinal value) { return ordinals_.code(coder_, value); }

 private:
  static constexpr std::uint32_t kHistories = 4;

  C& coder_;
  bool compared_;
  std::array<BitModel, kHistories> same_{};  // by what the two flags before said
  std::uint32_t history_ = 0;
  NumberModel counts_;
  OrdinalModel ordinals_;
};

// The values of one document, behind `chunk`; false when they are damaged.
bool decode_document(ColumnCodec<RangeDecoder>& codec, std::uint32_t values, ColumnChunk& chunk) {
  const std::uint32_t count = codec.count(0);
  if (count > values || count > kMostOrdinals - chunk.ordinals.size()) return false;
  ValueOrdinal least = 0;
  for (std::uint32_t i = 0; i < count; ++i) {
    const ValueOrdinal ordinal = codec.ordinal(0);
    if (ordinal < least || ordinal >= values) return false;
    chunk.ordinals.push_back(ordinal);
    least = ordinal + 1;
  }
  chunk.starts.push_back(static_cast<std::uint32_t>(chunk.ordinals.size()));
  return true;
}

Bytes encode(const ColumnChunk& chunk, std::uint32_t values, bool compared) {
  RangeEncoder coder;
  ColumnCodec codec(coder, values, compared);
  std::span<const ValueOrdinal> before;
  for (std::size_t i = 0; i < chunk.size(); ++i) {
    const std::span<const ValueOrdinal> own = chunk.of(i);
    if (codec.same(std::equal(own.begin(), own.end(), before.begin(), before.end()))) continue;
    codec.count(static_cast<std::uint32_t>(own.size()));
    for (const ValueOrdinal ordinal : own) codec.ordinal(ordinal);
    before = own;
  }
  return coder.finish();
}

}  // namespace

Bytes encode_column_chunk(const ColumnChunk& chunk, std::uint32_t values) {
  Bytes compared = encode(chunk, values, true);
  Bytes plain = encode(chunk, values, false);
  return plain.size() < compared.size() ? plain : compared;
}

Result<ColumnChunk> decode_column_chunk(std::string_view name, ByteView payload,
                                        std::uint32_t documents, std::uint32_t values) {
  if (documents > kMostChunkDocuments) return damaged(name, "too many documents");
  RangeDecoder coder(payload);
  ColumnCodec codec(coder, values, false);
  ColumnChunk chunk;
  std::vector<ValueOrdinal> before;
  while (chunk.size() < documents) {
    if (codec.same(false)) {
      if (before.size() > kMostOrdinals - chunk.ordinals.size()) return damaged(name, "too many values");
      chunk.add(before);
      continue;
    }
    if (!decode_document(codec, values, chunk) || !coder.ok()) {
      return damaged(name, "a value is out of range");
    }
    const auto own = chunk.of(chunk.size() - 1);
    before.assign(own.begin(), own.end());
  }
  if (!coder.ok()) return damaged(name, "the stream ends early");
  return chunk;
}

}  // namespace catchword
