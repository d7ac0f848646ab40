// White space, trimming and case for the readers of plain formats.
#include "document/text_strings.h"

#include <algorithm>

namespace catchword {
namespace {

/// The bytes of the white space character at the start of `text`; 0 when there is none.
size_t space_size(std::string_view text) {
  if (text.empty()) return 0;
  const auto byte = static_cast<unsigned char>(text.front());
  if (byte <= 0x20 || byte == 0x7F) return 1;
  if (text.starts_with("\xC2\xA0")) return 2;
  return text.starts_with("\xE3\x80\x80") ? 3 : 0;
}

size_t final_space_size(std::string_view text) {
  if (text.empty()) return 0;
  const auto byte = static_cast<unsigned char>(text.back());
  if (byte <= 0x20 || byte == 0x7F) return 1;
  if (text.ends_with("\xC2\xA0")) return 2;
  return text.ends_with("\xE3\x80\x80") ? 3 : 0;
}

bool is_dropped_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (byte < 0x20 && c != '\n' && c != '\t') || byte == 0x7F;
}

}  // namespace

std::string_view trim(std::string_view text) {
  while (const size_t size = space_size(text)) text.remove_prefix(size);
  while (const size_t size = final_space_size(text)) text.remove_suffix(size);
  return text;
}

std::string collapse_white_space(std::string_view text) {
  text = trim(text);
  std::string collapsed;
  collapsed.reserve(text.size());
  while (!text.empty()) {
    size_t size = space_size(text);
    if (size == 0) {
      collapsed += text.front();
      size = 1;
    } else if (collapsed.back() != ' ') {
      collapsed += ' ';
    }
    text.remove_prefix(size);
  }
  return collapsed;
}

void append_block(std::string_view text, std::string& out) {
  text = trim(text);
  if (text.empty()) return;
  std::remove_copy_if(text.begin(), text.end(), std::back_inserter(out), is_dropped_control);
  out += '\n';
}

std::string ascii_lower(std::string_view text) {
  std::string lowered(text);
  for (char& c : lowered) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lowered;
}

std::string_view take_until(std::string_view& text, char separator) {
  const size_t at = text.find(separator);
  const std::string_view head = text.substr(0, at);
  text.remove_prefix(at == std::string_view::npos ? text.size() : at + 1);
  return head;
}

}  // namespace catchword
