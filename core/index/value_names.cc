// Layout of the stream: for each name
//   the bytes that it begins with as the name before does, the rest up to a zero byte
//   the number of documents less one

#include "index/value_names.h"

#include "base/shared_prefix.h"
#include "codec/number_model.h"
#include "index/block_file.h"
#include "index/column_value.h"
#include "index/string_codec.h"

namespace catchword {
namespace {

// One description for both directions, see codec/range_coder.h.
template <Coder C>
class NameCodec {
 public:
  explicit NameCodec(C& coder) : coder_(coder), strings_(coder) {}

  void name(const ValueName& in, std::string_view before, ValueName& out) {
    const auto common = static_cast<std::uint32_t>(shared_prefix(before, in.value));
    const std::uint32_t shared = shared_.code(coder_, common);
    out.value = strings_.suffix(std::string(before.substr(0, shared)),
                                std::string_view(in.value).substr(common), kLongestValue);
    out.documents = documents_.code(coder_, in.documents - 1) + 1;
  }

 private:
  C& coder_;
  NumberModel shared_;
  NumberModel documents_;
  StringCodec<C> strings_;
};

}  // namespace

Bytes encode_value_names(std::span<const ValueName> names) {
  RangeEncoder coder;
  NameCodec codec(coder);
  ValueName before;
  for (const ValueName& name : names) {
    ValueName coded;
    codec.name(name, before.value, coded);
    before = std::move(coded);
  }
  return coder.finish();
}

Result<std::vector<ValueName>> decode_value_names(std::string_view name, ByteView payload,
                                                  std::uint32_t count) {
  if (count > kMostBlockNames) return damaged(name, "too many values");
  RangeDecoder coder(payload);
  NameCodec codec(coder);
  std::vector<ValueName> names;  // grows as they are read, for a damaged count may be any
  const ValueName none;
  std::string before;
  while (names.size() < count) {
    ValueName& next = names.emplace_back();
    codec.name(none, before, next);
    if (next.value.empty() || next.documents == 0 || !coder.ok()) {
      return damaged(name, "a value has no name");
    }
    before = next.value;
  }
  return names;
}

}  // namespace catchword
