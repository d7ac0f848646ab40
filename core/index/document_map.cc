// Layout of the stream: block and slot of the first document; then, for each other, how many blocks
// behind the one before it begins, in the context of that number of the one before. 0 is the next slot
// of the same block.

#include "index/document_map.h"

#include <algorithm>
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

  TextPlace first(const TextPlace& value) {
    const BlockOrdinal block = first_.code(coder_, value.block);
    return {block, first_.code(coder_, value.slot)};
  }

  TextPlace next(const TextPlace& before, const TextPlace& value) {
    skipped_ = skips_[std::min(skipped_, 3u)].code(coder_, value.block - before.block);
    return {before.block + skipped_, skipped_ == 0 ? before.slot + 1 : 0};
  }

 private:
  C& coder_;
  NumberModel first_;
  std::array<NumberModel, 4> skips_{};
  std::uint32_t skipped_ = 0;
};

}  // namespace

Bytes encode_document_map(std::span<const TextPlace> places) {
  RangeEncoder coder;
  PlaceCodec codec(coder);
  TextPlace before;
  for (std::size_t i = 0; i < places.size(); ++i) {
    before = i == 0 ? codec.first(places[i]) : codec.next(before, places[i]);
  }
  return coder.finish();
}

Status decode_document_map(std::string_view name, ByteView payload, std::uint32_t count,
                           BlockOrdinal blocks, std::vector<TextPlace>& places) {
  RangeDecoder coder(payload);
  PlaceCodec codec(coder);
  places = std::vector<TextPlace>(count);
  TextPlace before;
  for (TextPlace& place : places) {
    place = &place == places.data() ? codec.first({}) : codec.next(before, {});
    if (place.block < before.block || place.block >= blocks || !coder.ok()) {
      return broken(name);
    }
    before = place;
  }
  return {};
}

}  // namespace catchword
