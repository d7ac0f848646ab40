// UTF-8: is it valid, what is its next code point, and how is one written.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace catchword {

/// The offset of the first byte that is not part of a valid sequence, or `text.size()`.
/// Surrogates, overlong forms and code points past U+10FFFF are not valid. Linear; reads eight
/// ASCII bytes at a time.
size_t utf8_valid_prefix(std::string_view text);

/// Whether all of `text` is valid UTF-8.
inline bool is_utf8(std::string_view text) { return utf8_valid_prefix(text) == text.size(); }

/// Reads the code point at `offset` and moves past it. REQUIRES: offset < text.size().
/// A damaged sequence yields U+FFFD and moves at least one byte.
char32_t next_code_point(std::string_view text, size_t& offset);

/// Appends `code_point` to `out`; what can't be encoded becomes U+FFFD.
void append_utf8(char32_t code_point, std::string& out);

/// The number of code points in valid `text`.
size_t utf8_length(std::string_view text);

}  // namespace catchword
