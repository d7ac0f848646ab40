// Markdown files: GitHub's dialect, front matter, headings with the ids that generators give them.
#pragma once

#include <memory>

#include "document/reader.h"

namespace catchword {

/// Reads a Markdown file as a site would publish it: the front matter makes title, language and
/// metadata; the text is turned into HTML by cmark-gfm (tables, strikethrough, autolinks, task
/// lists, footnotes, raw HTML) and read by `html`, so that both formats are read by one set of
/// rules. One Document at most; `search: false` and `draft: true` in the front matter skip it.
/// docs/readers/markdown.md has the rules.
std::unique_ptr<DocumentReader> make_markdown_reader(std::unique_ptr<DocumentReader> html);

}  // namespace catchword
