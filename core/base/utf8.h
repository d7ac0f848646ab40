// UTF-8, read leniently and written strictly.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace catchword {

inline constexpr char32_t kReplacement = 0xFFFD;

/// The code point at `text[at]`, and moves `at` behind it. A byte that begins no well-formed
/// sequence is one kReplacement. REQUIRES: at < text.size().
char32_t next_code_point(std::string_view text, std::size_t& at);

/// All of `text`.
std::u32string characters_of(std::string_view text);

/// Appends `code_point`; a surrogate or a number past U+10FFFF becomes kReplacement.
void append_utf8(std::string& text, char32_t code_point);

/// All of `characters`, each as append_utf8 has it.
std::string utf8_of(std::u32string_view characters);

/// Number of UTF-16 units that a well-formed `text` takes, as JavaScript counts its strings.
std::size_t utf16_size(std::string_view text);

/// True in the middle of a sequence, where a string must not be cut.
inline bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

}  // namespace catchword
