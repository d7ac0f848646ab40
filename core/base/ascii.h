// ASCII characters by kind, for what is parsed byte by byte.
#pragma once

namespace catchword {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_letter(char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; }

/// White space, and what counts as such: control characters.
constexpr bool is_space(char c) { return static_cast<unsigned char>(c) <= ' '; }

}  // namespace catchword
