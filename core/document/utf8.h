// UTF-8 as readers need it beside base/utf8.h: whole texts, checked fast.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/utf8.h"

namespace catchword {

/// The offset of the first byte that is not part of a valid sequence, or `text.size()`.
/// Surrogates, overlong forms and code points past U+10FFFF are not valid. Linear; reads
/// ASCII 32 bytes at a time.
size_t utf8_valid_prefix(std::string_view text);

/// Whether all of `text` is valid UTF-8.
inline bool is_utf8(std::string_view text) { return utf8_valid_prefix(text) == text.size(); }

/// `text` with U+FFFD in the place of each byte that is not part of a valid sequence. Linear.
std::string repair_utf8(std::string_view text);

/// The number of code points in valid `text`.
size_t utf8_length(std::string_view text);

}  // namespace catchword
