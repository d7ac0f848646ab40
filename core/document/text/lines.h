// Plain text -> lines, without what only paper and terminals need: page breaks with their running
// heads and feet, overstriking, escape sequences.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace catchword {

/// One line of a text file.
struct TextLine {
  std::string_view text;  ///< without white space at both ends
  size_t indent = 0;      ///< columns before it; a tab goes to the next multiple of eight

  bool runs_on = false;  ///< goes on with the sentence of the page before

  [[nodiscard]] bool blank() const { return text.empty(); }
};

/// Removes terminal escape sequences ("\x1B[1m") and resolves overstriking ("B\bB", "_\bB").
std::string clean_terminal_text(std::string_view text);

/// The lines of `text`; views into it. Where form feeds cut it into pages, a first or last line
/// that comes again on other pages (digits apart) is left out, and a paragraph that runs over a
/// page break is put together.
std::vector<TextLine> split_text_lines(std::string_view text);

/// The same by pages, none joined with the next; a page may be empty.
std::vector<std::vector<TextLine>> split_text_pages(std::string_view text);

}  // namespace catchword
