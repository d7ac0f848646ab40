// UTF-8 by ICU's macros, with a short cut for runs of ASCII.
#include "document/utf8.h"

#include <unicode/utf8.h>

#include <algorithm>
#include <cstring>

namespace catchword {
namespace {

constexpr uint64_t kHighBits = 0x8080808080808080ull;
constexpr char32_t kReplacement = 0xFFFD;

size_t skip_ascii(std::string_view text, size_t offset) {
  uint64_t word;
  while (text.size() - offset >= sizeof word) {
    std::memcpy(&word, text.data() + offset, sizeof word);
    if (word & kHighBits) break;
    offset += sizeof word;
  }
  return offset;
}

/// ICU's macros index with signed 32 bits, a file may be longer: look at four bytes at most.
UChar32 decode_at(std::string_view text, size_t& offset) {
  const char* bytes = text.data() + offset;
  const auto available = static_cast<int32_t>(std::min<size_t>(4, text.size() - offset));
  int32_t used = 0;
  UChar32 code_point;
  U8_NEXT(bytes, used, available, code_point);
  offset += static_cast<size_t>(used);
  return code_point;
}

}  // namespace

size_t utf8_valid_prefix(std::string_view text) {
  size_t offset = 0;
  while ((offset = skip_ascii(text, offset)) < text.size()) {
    const size_t start = offset;
    if (decode_at(text, offset) < 0) return start;
  }
  return text.size();
}

char32_t next_code_point(std::string_view text, size_t& offset) {
  const UChar32 code_point = decode_at(text, offset);
  return code_point < 0 ? kReplacement : static_cast<char32_t>(code_point);
}

void append_utf8(char32_t code_point, std::string& out) {
  if (code_point > 0x10FFFF || (code_point >= 0xD800 && code_point < 0xE000)) {
    code_point = kReplacement;
  }
  const auto tail = [&](int shift) {
    out += static_cast<char>(0x80 | ((code_point >> shift) & 0x3F));
  };
  if (code_point < 0x80) {
    out += static_cast<char>(code_point);
    return;
  }
  const int tails = code_point < 0x800 ? 1 : code_point < 0x10000 ? 2 : 3;
  const int lead = tails == 1 ? 0xC0 : tails == 2 ? 0xE0 : 0xF0;
  out += static_cast<char>(lead | static_cast<int>(code_point >> (6 * tails)));
  for (int left = tails - 1; left >= 0; --left) tail(6 * left);
}

size_t utf8_length(std::string_view text) {
  return static_cast<size_t>(std::count_if(text.begin(), text.end(), [](char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0) != 0x80;
  }));
}

}  // namespace catchword
