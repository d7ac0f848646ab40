#include "index/position_block.h"

#include "index/block_file.h"
#include "index/position_codec.h"
#include "index/position_prior.h"

namespace catchword {
namespace {

constexpr std::uint32_t kMostPositions = 1u << 24;

}  // namespace

Bytes encode_position_block(std::span<const TermPositions> terms) {
  RangeEncoder coder;
  PositionCodec codec(coder, position_prior());
  codec.code(terms);
  return coder.finish();
}

Status decode_positions(std::string_view name, ByteView payload, const TermBlock& terms,
                        PostingRun run, std::size_t begin, std::size_t end, PositionList& list) {
  RangeDecoder coder(payload);
  PositionCodec codec(coder, position_prior());
  std::uint32_t total = 0;
  for (std::size_t i = 0; i < end; ++i) {
    const TermBlock::Entry& entry = terms.entries()[i];
    if (entry.term.completion) continue;
    for (const Posting& posting : terms.postings(entry, run)) {
      const std::uint32_t count = codec.count(posting, 0);
      if (count > kMostPositions - total || !coder.ok()) return damaged(name, "too many positions");
      total += count;
      Position least = 0;
      for (std::uint32_t n = 0; n < count; ++n) {
        const Place place = codec.place({});
        const Position position = place.position();
        const bool possible = place.in_range() && position >= least && coder.ok();
        if (!possible) return damaged(name, "a position is out of range");
        least = position;
        if (i >= begin) list.positions.push_back(position);
      }
      if (i >= begin) list.starts.push_back(static_cast<std::uint32_t>(list.positions.size()));
    }
  }
  return {};
}

}  // namespace catchword
