// Layout of the stream: for each term but the completions, for each of its postings, the number of
// positions; then for each position how many text blocks it is behind the one before, and its place
// in its block, in the same block less the least possible. So an edit moves no position of another
// block.

#include "index/position_block.h"

#include <algorithm>
#include <array>
#include <bit>

#include "codec/number_model.h"
#include "index/block_file.h"

namespace catchword {
namespace {

constexpr std::uint32_t kMostPositions = 1u << 24;

// One description for both directions, see codec/range_coder.h.
template <Coder C>
class PositionCodec {
 public:
  explicit PositionCodec(C& coder) : coder_(coder) {}

  std::uint32_t count(std::uint32_t value) {
    last_count_ = counts_[std::min(last_count_, 7u)].code(coder_, value);
    least_ = 0;
    last_length_ = 0;
    return last_count_;
  }

  Position position(Position value) {
    const std::uint32_t many = std::min(static_cast<std::uint32_t>(std::bit_width(last_count_)), 7u);
    const std::uint32_t before = least_ / kPositionsPerBlock;
    const std::uint32_t block =
        before + blocks_[many].code(coder_, value / kPositionsPerBlock - before);
    const bool same = block == before;
    if (!same) last_length_ = 0;
    const std::uint32_t least = same ? least_ % kPositionsPerBlock : 0;
    const std::uint32_t gap =
        gaps_[many][last_length_ / 2].code(coder_, value % kPositionsPerBlock - least);
    last_length_ = std::min(static_cast<std::uint32_t>(std::bit_width(gap)) + 2, 31u);
    const Position coded = block * kPositionsPerBlock + least + gap;
    least_ = coded + 1;
    return coded;
  }

 private:
  C& coder_;
  std::array<NumberModel, 8> counts_{};
  std::array<NumberModel, 8> blocks_{};
  std::array<std::array<NumberModel, 16>, 8> gaps_{};  // by number of positions, and the gap before
  std::uint32_t last_count_ = 1;
  std::uint32_t last_length_ = 0;
  Position least_ = 0;
};

}  // namespace

Bytes encode_position_block(std::span<const PositionList* const> lists) {
  RangeEncoder coder;
  PositionCodec codec(coder);
  for (const PositionList* list : lists) {
    for (std::size_t posting = 0; posting + 1 < list->starts.size(); ++posting) {
      const auto positions = list->of(posting);
      codec.count(static_cast<std::uint32_t>(positions.size()));
      for (const Position position : positions) codec.position(position);
    }
  }
  return coder.finish();
}

Result<PositionList> decode_positions(std::string_view name, ByteView payload,
                                      const TermBlock& terms, std::size_t wanted) {
  RangeDecoder coder(payload);
  PositionCodec codec(coder);
  std::uint32_t total = 0;
  PositionList list;
  for (std::size_t i = 0; i <= wanted; ++i) {
    const TermBlock::Entry& entry = terms.entries()[i];
    if (entry.term.completion) continue;
    for (std::uint32_t posting = 0; posting < entry.posting_count; ++posting) {
      const std::uint32_t count = codec.count(0);
      if (count > kMostPositions - total || !coder.ok()) return damaged(name, "too many positions");
      total += count;
      Position least = 0;
      for (std::uint32_t n = 0; n < count; ++n) {
        const Position position = codec.position(0);
        if (position < least || !coder.ok()) return damaged(name, "positions are out of order");
        least = position;
        if (i == wanted) list.positions.push_back(position);
      }
      const auto end = static_cast<std::uint32_t>(list.positions.size());
      if (i == wanted) list.starts.push_back(end);
    }
  }
  return list;
}

}  // namespace catchword
