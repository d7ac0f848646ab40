// JsonWriter: appends JSON to a string. Small enough for the module, where a library isn't.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/decimal.h"

namespace catchword {

/// Values are separated by themselves: after a key or an opening bracket no comma is written,
/// else one is. The caller sees to it that brackets match. Strings must be valid UTF-8.
class JsonWriter {
 public:
  JsonWriter& open(char bracket) {
    separate();
    text_.push_back(bracket);
    first_ = true;
    return *this;
  }

  JsonWriter& close(char bracket) {
    text_.push_back(bracket);
    first_ = false;
    return *this;
  }

  JsonWriter& key(std::string_view name) {
    string(name);
    text_.push_back(':');
    first_ = true;
    return *this;
  }

  JsonWriter& string(std::string_view value) {
    separate();
    text_.push_back('"');
    for (const char c : value) escape(c);
    text_.push_back('"');
    return *this;
  }

  /// Of strings, or of views.
  template <class Text>
  JsonWriter& strings(const std::vector<Text>& values) {
    open('[');
    for (const Text& value : values) string(value);
    return close(']');
  }

  JsonWriter& number(std::uint64_t value) {
    separate();
    append_decimal(text_, value);
    return *this;
  }

  JsonWriter& boolean(bool value) {
    separate();
    text_ += value ? "true" : "false";
    return *this;
  }

  [[nodiscard]] std::string take() { return std::move(text_); }

 private:
  void separate() {
    if (!first_) text_.push_back(',');
    first_ = false;
  }

  void escape(char c) {
    constexpr char kHex[] = "0123456789abcdef";
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x20 && c != '"' && c != '\\') {
      text_.push_back(c);
    } else if (byte >= 0x20) {
      text_.push_back('\\');
      text_.push_back(c);
    } else {
      text_ += "\\u00";
      text_.push_back(kHex[byte >> 4]);
      text_.push_back(kHex[byte & 15]);
    }
  }

  std::string text_;
  bool first_ = true;
};

}  // namespace catchword
