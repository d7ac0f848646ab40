// Plain text as archives and projects have it: articles, memos, mail, README files, logs, code.
#pragma once

#include <memory>

#include "document/reader.h"

namespace catchword {

/// Reads one Document. Title, authors, source, date and series are recognised from the form of the
/// first and last lines, headings from theirs; what nothing is recognised in is still read whole,
/// with the file's name as title. docs/readers/text.md has the rules.
std::unique_ptr<DocumentReader> make_text_reader();

}  // namespace catchword
