// UTF-8 by ICU's macros, with a short cut for runs of ASCII.
#include "document/utf8.h"

#include <unicode/utf8.h>

#include <algorithm>
#include <cstring>

namespace catchword {
namespace {

constexpr uint64_t kHighBits = 0x8080808080808080ull;

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

size_t utf8_length(std::string_view text) {
  return static_cast<size_t>(std::count_if(text.begin(), text.end(), [](char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0) != 0x80;
  }));
}

}  // namespace catchword
