// URLs: percent-encoding of paths and fragments (RFC 3986, sections 2.1, 3.3 and 3.5).
#pragma once

#include <string>
#include <string_view>

namespace catchword {

/// `path` with every byte encoded that may not stand in a path; '/' stays.
std::string encode_path(std::string_view path);

/// `fragment` with every byte encoded that may not stand in a fragment.
std::string encode_fragment(std::string_view fragment);

}  // namespace catchword
