// Patterns over paths, as `.gitignore` has made them known.
#pragma once

#include <string_view>

namespace catchword {

/// Whether `pattern` describes all of `path`. `?` is one byte and `*` any number of them, neither
/// a '/'; `**` is any number of bytes, and "**/" may also stand for nothing. Time is at most the
/// product of both lengths.
bool matches_glob(std::string_view pattern, std::string_view path);

}  // namespace catchword
