// Layout of a scale (base/byte_writer.h):
//   number of bands; documents with a value; byte: 1 where a document may have several; hash
//   to the end, a stream: of each band
//     but of the first: its separator (index/separator_codec.h)
//     the bits that the number of its documents takes, and that of its bytes
// Layout of a band:
//   number of values; string: their names (index/value_names.cc)
//   to the end: their lists (index/value_lists.cc)

#include "index/scale.h"

#include <algorithm>
#include <utility>

#include "base/byte_reader.h"
#include "base/byte_writer.h"
#include "codec/number_model.h"
#include "index/separator_codec.h"
#include "index/value_lists.h"

namespace catchword {
namespace {

// One description for both directions, see codec/range_coder.h.
template <Coder C>
class SizeCodec {
 public:
  explicit SizeCodec(C& coder) : coder_(coder) {}

  BandSize size(BandSize size) {
    size.documents = static_cast<std::uint8_t>(documents_.code(coder_, size.documents));
    size.bytes = static_cast<std::uint8_t>(bytes_.code(coder_, size.bytes));
    return size;
  }

 private:
  C& coder_;
  SymbolModel<5> documents_;
  SymbolModel<5> bytes_;
};

}  // namespace

std::uint32_t Scale::band_of(std::string_view order_key) const {
  const auto after = std::upper_bound(separators.begin() + 1, separators.end(), order_key);
  return static_cast<std::uint32_t>(after - separators.begin()) - 1;
}

std::vector<BandSpan> spans_of(std::uint32_t bands, bool whole) {
  std::vector<BandSpan> spans;
  std::uint32_t size = kSpanArity;
  for (; size < bands; size *= kSpanArity) {
    for (std::uint32_t begin = 0; begin + 1 < bands; begin += size) spans.push_back({begin, std::min(begin + size, bands)});
  }
  if (whole && bands > 1) spans.push_back({0, bands});
  return spans;
}

Bytes encode_scale(const Scale& scale) {
  RangeEncoder coder;
  SeparatorCodec separators(coder);
  SizeCodec sizes(coder);
  for (std::size_t i = 0; i < scale.size(); ++i) {
    if (i > 0) separators.next(scale.separators[i - 1], scale.separators[i]);
    sizes.size(scale.sizes[i]);
  }
  ByteWriter writer;
  writer.varint(scale.size());
  writer.varint(scale.documents);
  writer.u8(scale.several ? 1 : 0);
  writer.append(scale.hash);
  writer.append(coder.finish());
  return writer.take();
}

Result<Scale> parse_scale(std::string_view name, ByteView payload, std::uint32_t documents) {
  ByteReader reader(payload);
  Scale scale;
  const std::uint32_t bands = reader.varint();
  scale.documents = reader.varint();
  const std::uint8_t several = reader.u8();
  scale.several = several != 0;
  scale.hash = read_hash(reader);
  const bool in_range = bands - 1 < kMostBands && scale.documents - 1 < documents && several < 2;
  if (!reader.ok() || !in_range) return damaged(name, "its layout is broken");
  RangeDecoder coder(reader.take(reader.remaining()));
  SeparatorCodec separators(coder);
  SizeCodec sizes(coder);
  scale.separators.resize(bands);
  for (std::uint32_t i = 0; i < bands; ++i) {
    if (i > 0) {
      scale.separators[i] = separators.next(scale.separators[i - 1], {});
      if (!(scale.separators[i - 1] < scale.separators[i])) reader.fail();
    }
    scale.sizes.push_back(sizes.size({}));
  }
  if (!reader.ok() || !coder.ok()) return damaged(name, "its bands are not in order");
  return scale;
}

Bytes encode_band(std::span<const ValueName> values, std::span<const std::vector<DocId>> lists, std::uint32_t documents) {
  ByteWriter writer;
  writer.varint(static_cast<std::uint32_t>(values.size()));
  writer.string(as_text(encode_value_names(values)));
  writer.append(encode_value_lists(lists, documents));
  return writer.take();
}

Result<Band> parse_band(std::string_view name, ByteView payload) {
  ByteReader reader(payload);
  const std::uint32_t count = reader.varint();
  const ByteView names = as_bytes(reader.string());
  if (!reader.ok()) return damaged(name, "its layout is broken");
  Result<std::vector<ValueName>> values = decode_value_names(name, names, count);
  if (!values) return values.error();
  return Band{std::move(*values), reader.take(reader.remaining())};
}

}  // namespace catchword
