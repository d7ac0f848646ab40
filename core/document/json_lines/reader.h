// JSON lines: one Document a line.
#pragma once

#include <memory>
#include <string_view>

#include "document/reader.h"

namespace catchword {

/// Reads one JSON object a line: `title`, `text` or `sections` ([{heading, text, anchor, level}]),
/// `url`, `id`, `lang`; every other key is metadata. A line that is no such object is reported as
/// kFailed at "path:line" with the byte of the line where it goes wrong; the others are read.
/// docs/readers/json-lines.md has the rules. About 100 MB a second.
std::unique_ptr<DocumentReader> make_json_lines_reader();

/// Whether a file that begins so is text whose lines are found without decoding it: not UTF-16.
bool can_be_read_in_pieces(std::string_view beginning);

}  // namespace catchword
