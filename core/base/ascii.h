// ASCII characters by kind, for what is parsed byte by byte.
#pragma once

namespace catchword {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_letter(char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; }

/// What is neither a letter nor a digit, nor the _ of names, nor white space.
constexpr bool is_punctuation(char c) {
  return c > ' ' && c != 0x7F && !is_letter(c) && !is_digit(c) && c != '_';
}

/// White space, and what counts as such: control characters.
constexpr bool is_space(char c) { return static_cast<unsigned char>(c) <= ' '; }

}  // namespace catchword
