// Layout of the stream: block of the first document, counted from where the chunk's blocks begin, and its slot; then, for
// each other, how many blocks behind the one before it begins, in the context of whether that one skipped any. 0 is the
// next slot of the same block.

#include "index/document_map.h"

#include <array>

#include "codec/number_model.h"
#include "index/block_file.h"

namespace catchword {
namespace {

// One description for both directions, see codec/range_coder.h.
template <Coder C>
class PlaceCodec {
 public:
  explicit PlaceCodec(C& coder) : coder_(coder) {}

  TextPlace first(BlockOrdinal begin, const TextPlace& value) {
    const BlockOrdinal block = begin + first_.code(coder_, value.block - begin);
    return {block, first_.code(coder_, value.slot)};
  }

  TextPlace next(const TextPlace& before, const TextPlace& value) {
    const BlockOrdinal skip = skips_[skipped_ ? 1 : 0].code(coder_, value.block - before.block);
    skipped_ = skip != 0;
    return {before.block + skip, skipped_ ? 0 : before.slot + 1};
  }

 private:
  C& coder_;
  NumberModel first_;
  std::array<NumberModel, 2> skips_{};
  bool skipped_ = false;
};

}  // namespace

Bytes encode_document_map(std::span<const TextPlace> places, BlockOrdinal begin) {
  RangeEncoder coder;
  PlaceCodec codec(coder);
  TextPlace before;
  for (std::size_t i = 0; i < places.size(); ++i) {
    before = i == 0 ? codec.first(begin, places[i]) : codec.next(before, places[i]);
  }
  return coder.finish();
}

Status decode_document_map(std::string_view name, ByteView payload, std::uint32_t count,
                           BlockOrdinal begin, BlockOrdinal end, std::vector<TextPlace>& places) {
  RangeDecoder coder(payload);
  PlaceCodec codec(coder);
  places = std::vector<TextPlace>(count);
  TextPlace before{begin, 0};
  for (TextPlace& place : places) {
    place = &place == places.data() ? codec.first(begin, before) : codec.next(before, {});
    if (place.block < before.block || place.block >= end || !coder.ok()) {
      return broken(name);
    }
    before = place;
  }
  return {};
}

}  // namespace catchword
