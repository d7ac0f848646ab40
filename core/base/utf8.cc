#include "base/utf8.h"

namespace catchword {
namespace {

struct Lead {
  int length;          // bytes of the sequence, 0 for none
  char32_t bits;       // payload of the first byte
  char32_t least;      // smaller code points would be overlong
};

Lead read_lead(unsigned char byte) {
  if (byte < 0x80) return {1, byte, 0};
  if (byte >= 0xC2 && byte < 0xE0) return {2, byte & 0x1Fu, 0x80};
  if (byte >= 0xE0 && byte < 0xF0) return {3, byte & 0x0Fu, 0x800};
  if (byte >= 0xF0 && byte < 0xF5) return {4, byte & 0x07u, 0x10000};
  return {0, 0, 0};
}

bool is_scalar(char32_t code_point) {
  return code_point <= 0x10FFFF && (code_point < 0xD800 || code_point > 0xDFFF);
}

}  // namespace

char32_t next_code_point(std::string_view text, std::size_t& at) {
  const Lead lead = read_lead(static_cast<unsigned char>(text[at]));
  char32_t code_point = lead.bits;
  std::size_t end = at + 1;
  for (int i = 1; i < lead.length && end < text.size() && is_continuation(text[end]); ++i) {
    code_point = code_point << 6 | (static_cast<unsigned char>(text[end++]) & 0x3F);
  }
  const bool complete = lead.length != 0 && end - at == static_cast<std::size_t>(lead.length);
  if (!complete || code_point < lead.least || !is_scalar(code_point)) {
    ++at;
    return kReplacement;
  }
  at = end;
  return code_point;
}

std::u32string characters_of(std::string_view text) {
  std::u32string characters;
  for (std::size_t at = 0; at < text.size();) characters.push_back(next_code_point(text, at));
  return characters;
}

void append_utf8(std::string& text, char32_t code_point) {
  if (!is_scalar(code_point)) code_point = kReplacement;
  const auto put = [&text](char32_t byte) { text.push_back(static_cast<char>(byte)); };
  if (code_point < 0x80) return put(code_point);
  if (code_point < 0x800) {
    put(0xC0 | code_point >> 6);
  } else {
    if (code_point < 0x10000) {
      put(0xE0 | code_point >> 12);
    } else {
      put(0xF0 | code_point >> 18);
      put(0x80 | (code_point >> 12 & 0x3F));
    }
    put(0x80 | (code_point >> 6 & 0x3F));
  }
  put(0x80 | (code_point & 0x3F));
}

std::string utf8_of(std::u32string_view characters) {
  std::string text;
  for (const char32_t character : characters) append_utf8(text, character);
  return text;
}

std::size_t utf16_size(std::string_view text) {
  std::size_t size = 0;
  for (const char c : text) {
    if (!is_continuation(c)) size += static_cast<unsigned char>(c) >= 0xF0 ? 2 : 1;
  }
  return size;
}

}  // namespace catchword
