// StringCodec: strings in a coded stream, each in the context of its own last two bytes; written once
// for both directions (see codec/range_coder.h).
#pragma once

#include <string>
#include <string_view>

#include "codec/text_model.h"
#include "index/limits.h"

namespace catchword {

template <Coder C>
class StringCodec {
 public:
  explicit StringCodec(C& coder) : coder_(coder) {}

  /// A string that continues `text`: codes `rest`, returns the whole. A decoder stops at `most` bytes, so
  /// that damage can't make it run on.
  std::string suffix(std::string text, std::string_view rest, std::size_t most = kLongestTerm) {
    for (std::size_t i = 0; text.size() < most; ++i) {
      const auto byte = static_cast<std::uint8_t>(i < rest.size() ? rest[i] : '\0');
      const std::uint8_t coded = letters_.code(coder_, context(text), byte);
      if (coded == 0) break;
      text.push_back(static_cast<char>(coded));
    }
    return text;
  }

 private:
  static std::uint32_t context(std::string_view text) {
    const auto byte = [&](std::size_t back) -> std::uint32_t {
      return text.size() < back ? 0 : static_cast<std::uint8_t>(text[text.size() - back]);
    };
    return byte(2) << 8 | byte(1);
  }

  C& coder_;
  TextModel letters_;
};

}  // namespace catchword
