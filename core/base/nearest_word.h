// "Did you mean ...?" for keys and options.
#pragma once

#include <span>
#include <string_view>

namespace catchword {

/// The one of `known` that takes the fewest edits (insert, delete, replace, swap neighbours) to
/// make of `word`, the first of several. REQUIRES: known is not empty.
std::string_view nearest_word(std::string_view word, std::span<const std::string_view> known);

}  // namespace catchword
