// Paths of input files: as urls, as titles, and relative to one another.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace catchword {

/// `path` as a relative url: everything but letters, digits, `-._~/` and `!$&'()*+,;=@` is
/// percent-encoded, the colon too (a first segment "a:b" would read as a scheme).
std::string percent_encode_path(std::string_view path);

/// The bytes that `url` stands for. A '%' without two hexadecimal digits stays as it is.
std::string percent_decode(std::string_view url);

/// What follows the last '/' of `path`.
std::string_view file_name(std::string_view path);

/// Lower-case ASCII, without the dot: "html" of "Guide/Index.HTML". Empty when there is none;
/// a name that begins with its only dot (".profile") has none.
std::string file_extension(std::string_view path);

/// One name for a page's path and its urls: without ".html" or ".htm", and "a/index" for "a/".
std::string page_name(std::string_view path);

/// The path that `href`, a decoded relative reference found in file `from`, leads to; nothing
/// when it climbs out of the root.
std::optional<std::string> resolve_path(std::string_view from, std::string_view href);

}  // namespace catchword
