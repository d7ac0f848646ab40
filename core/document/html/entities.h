// Character references: "&eacute;" and "&#233;" become the characters that they stand for.
#pragma once

#include <string>
#include <string_view>

namespace catchword {

/// Where a reference stands decides how one without its semicolon is read.
enum class ReferencePlace { kText, kAttribute };

/// Appends `raw` to `out` with every character reference replaced as the HTML standard says
/// (section 13.2.5.72 and following): longest known name, legacy names without a semicolon,
/// windows-1252 numbers, U+FFFD for what is no character. Linear in `raw`.
void append_decoded(std::string_view raw, ReferencePlace place, std::string& out);

/// `raw` of an attribute, decoded.
std::string decode_attribute(std::string_view raw);

}  // namespace catchword
