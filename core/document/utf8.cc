// base/utf8.h reads one code point; here is a short cut for runs of ASCII.
#include "document/utf8.h"

#include <algorithm>
#include <cstring>

namespace catchword {
namespace {

constexpr uint64_t kHighBits = 0x8080808080808080ull;

size_t skip_ascii(std::string_view text, size_t offset) {
  uint64_t words[4];
  while (text.size() - offset >= sizeof words) {
    std::memcpy(words, text.data() + offset, sizeof words);
    if ((words[0] | words[1] | words[2] | words[3]) & kHighBits) break;
    offset += sizeof words;
  }
  uint64_t word;
  while (text.size() - offset >= sizeof word) {
    std::memcpy(&word, text.data() + offset, sizeof word);
    if (word & kHighBits) break;
    offset += sizeof word;
  }
  return offset;
}

/// A damaged sequence is one byte long for next_code_point; a written U+FFFD has three.
constexpr size_t kReplacementBytes = 3;

}  // namespace

size_t utf8_valid_prefix(std::string_view text) {
  size_t offset = 0;
  while ((offset = skip_ascii(text, offset)) < text.size()) {
    const size_t start = offset;
    const bool odd = next_code_point(text, offset) == kReplacement;
    if (odd && offset - start != kReplacementBytes) return start;
  }
  return text.size();
}

std::string repair_utf8(std::string_view text) {
  std::string repaired;
  repaired.reserve(text.size());
  for (size_t at = 0; at < text.size();) {
    const size_t valid = utf8_valid_prefix(text.substr(at));
    repaired += text.substr(at, valid);
    at += valid;
    if (at < text.size()) append_utf8(repaired, next_code_point(text, at));
  }
  return repaired;
}

size_t utf8_length(std::string_view text) {
  return static_cast<size_t>(std::count_if(text.begin(), text.end(), [](char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0) != 0x80;
  }));
}

}  // namespace catchword
