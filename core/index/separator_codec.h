// SeparatorCodec: what tells neighbouring runs of a sorted sequence apart, in a coded stream; written once for both
// directions (see codec/range_coder.h).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/shared_prefix.h"
#include "codec/number_model.h"
#include "index/string_codec.h"

namespace catchword {

template <Coder C>
class SeparatorCodec {
 public:
  explicit SeparatorCodec(C& coder) : coder_(coder), strings_(coder) {}

  /// The separator behind `before`: how many bytes it shares with that, and the rest. It has no zero byte.
  std::string next(std::string_view before, std::string_view separator) {
    const auto shared = static_cast<std::uint32_t>(shared_prefix(before, separator));
    const std::size_t keep = shared_.code(coder_, shared);
    return strings_.suffix(std::string(before.substr(0, keep)), separator.substr(shared));
  }

 private:
  C& coder_;
  NumberModel shared_;
  StringCodec<C> strings_;
};

}  // namespace catchword
