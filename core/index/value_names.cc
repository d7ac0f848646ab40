// Layout of the stream: for each name
//   the bytes that it begins with as the name before does, the rest up to a zero byte
//   the number of documents less one

#include "index/value_names.h"

#include <algorithm>

#include "codec/number_model.h"
#include "codec/text_model.h"
#include "index/block_file.h"
#include "index/column_value.h"

namespace catchword {
namespace {

std::uint32_t shared_prefix(std::string_view a, std::string_view b) {
  const auto [end, unused] =
      std::mismatch(a.begin(), a.begin() + std::min(a.size(), b.size()), b.begin());
  return static_cast<std::uint32_t>(end - a.begin());
}

// One description for both directions, see codec/range_coder.h.
template <Coder C>
class NameCodec {
 public:
  explicit NameCodec(C& coder) : coder_(coder) {}

  void name(const ValueName& in, std::string_view before, ValueName& out) {
    const std::uint32_t shared = shared_.code(coder_, shared_prefix(before, in.value));
    out.value = before.substr(0, shared);
    letters(in.value, out.value);
    out.documents = documents_.code(coder_, in.documents - 1) + 1;
  }

 private:
  void letters(std::string_view in, std::string& out) {
    while (out.size() < kLongestValue) {
      const std::size_t at = out.size();
      const auto byte = static_cast<std::uint8_t>(at < in.size() ? in[at] : '\0');
      const std::uint8_t coded = letters_.code(coder_, context(out), byte);
      if (coded == 0) break;
      out.push_back(static_cast<char>(coded));
    }
  }

  static std::uint32_t context(std::string_view text) {
    const auto byte = [&](std::size_t back) -> std::uint32_t {
      return text.size() < back ? 0 : static_cast<std::uint8_t>(text[text.size() - back]);
    };
    return byte(2) << 8 | byte(1);
  }

  C& coder_;
  NumberModel shared_;
  NumberModel documents_;
  TextModel letters_;
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
  std::vector<ValueName> names(count);
  const ValueName none;
  std::string_view before;
  for (ValueName& next : names) {
    codec.name(none, before, next);
    if (next.value.empty() || next.documents == 0 || !coder.ok()) {
      return damaged(name, "a value has no name");
    }
    before = next.value;
  }
  return names;
}

}  // namespace catchword
