// "Subject: ..." lines at the head of a mail, a memo or an archived book.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "document/document.h"
#include "document/text/blocks.h"

namespace catchword {

struct HeaderLines {
  std::string title;               ///< of "Subject" or "Title"; may be empty
  std::vector<Metadata> metadata;  ///< author (of "From" or "Author"), date (ISO where known), ...
};

/// Reads a block all of whose lines are "Key: value" or, indented, go on with the value before.
/// Nothing unless two keys are ones that such heads have (From, To, Date, Subject, Title, ...).
std::optional<HeaderLines> parse_header_lines(const TextBlock& block);

}  // namespace catchword
