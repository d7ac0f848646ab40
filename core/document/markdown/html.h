// Markdown text -> HTML whose headings carry ids. Private to the Markdown reader.
#pragma once

#include <string>
#include <string_view>

namespace catchword {

/// HTML for the body of a page, and its first heading.
struct MarkdownHtml {
  std::string html;           ///< a fragment of `<body>`, UTF-8
  std::string first_heading;  ///< plain text of the first `# heading`; empty when there is none
};

/// Renders `markdown` (valid UTF-8). Headings get GitHub's ids, or the one written behind them as
/// `{#id}` or `{: #id}`; of the lines that open or close a `:::` container their title alone stays.
MarkdownHtml render_markdown(std::string_view markdown);

}  // namespace catchword
