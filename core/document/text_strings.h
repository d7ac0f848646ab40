// Small operations on plain text that several readers share. White space is that of ASCII with
// the no-break space and the ideographic one; control characters count as white space too.
#pragma once

#include <string>
#include <string_view>

namespace catchword {

/// `text` without white space at both ends. A view into `text`.
std::string_view trim(std::string_view text);

/// Runs of white space as one space, none at the ends: the form of titles, headings and values.
std::string collapse_white_space(std::string_view text);

/// Appends `text` as one block: trimmed, ended by '\n'; nothing when there is only white space.
/// Keeps its lines; control characters other than tab and line feed are dropped.
void append_block(std::string_view text, std::string& out);

/// ASCII letters lowered, the rest as it is.
std::string ascii_lower(std::string_view text);

/// The part of `text` before the first `separator`, which is cut from `text` together with it.
std::string_view take_until(std::string_view& text, char separator);

}  // namespace catchword
