// Personal names, offices and publishers, as they look in the lines at the top of a text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace catchword {

/// Two to five capitalised words without digits ("Mara L. van der Elst"): a personal name, or
/// something that looks like one ("Getting Started"), so that other evidence is needed.
bool looks_like_name(std::string_view line);

/// Whether `line` names an office, a rank or an institution: "Minister of ...", "Department of
/// ...", "Professor". Goes by a list of common English words for these.
bool looks_like_office(std::string_view line);

/// Whether `line` names a newspaper, an agency or a publisher, by the same means.
bool looks_like_publisher(std::string_view line);

/// The names in "A, B and C"; a part that doesn't look like a name makes the whole line one name.
std::vector<std::string> split_names(std::string_view line);

}  // namespace catchword
