// Which blocks of a plain text are headings, and of which level.
#pragma once

#include <string_view>
#include <vector>

#include "document/text/blocks.h"

namespace catchword {

/// For each of `blocks` the level of the heading that it is (1 to 6), or 0. A heading is followed
/// by other text and is one of: an underlined line; a line in capitals; a numbered line ("2.1
/// Scope", "Chapter 3", "IV. Results", "第三章"), which may be a whole sentence when text stands
/// between the numbers; a short line in title case; "## Markdown".
std::vector<int> find_headings(const std::vector<TextBlock>& blocks);

/// Whether `line` begins as a numbered heading does: "2.1 ", "IV. ", "Chapter 3", "第三章".
bool begins_with_number(std::string_view line);

/// Whether most longer words of `line` begin with a capital.
bool is_title_case(std::string_view line);

/// Whether `line` has letters and none is lower case.
bool is_all_capitals(std::string_view line);

}  // namespace catchword
