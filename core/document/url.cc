#include "document/url.h"

namespace catchword {
namespace {

// "pchar" of RFC 3986 without letters and digits, and '/'.
constexpr std::string_view kPathMarks = "-._~!$&'()*+,;=:@/";
constexpr std::string_view kFragmentMarks = "-._~!$&'()*+,;=:@/?";

bool is_letter_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

std::string encode(std::string_view text, std::string_view marks) {
  constexpr char kHex[] = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    if (is_letter_or_digit(c) || marks.find(c) != std::string_view::npos) {
      out.push_back(c);
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    out.push_back('%');
    out.push_back(kHex[byte >> 4]);
    out.push_back(kHex[byte & 15]);
  }
  return out;
}

}  // namespace

std::string encode_path(std::string_view path) { return encode(path, kPathMarks); }
std::string encode_fragment(std::string_view fragment) { return encode(fragment, kFragmentMarks); }

}  // namespace catchword
