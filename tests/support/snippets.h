// Snippets as text, for tests of what is marked.
#pragma once

#include <string>

#include "base/utf8.h"
#include "search/highlighter.h"

namespace catchword::test {

/// The text with its marks, which are in UTF-16 units, in brackets.
inline std::string shown(const Snippet& snippet) {
  std::string out;
  std::uint32_t unit = 0;
  std::size_t mark = 0;
  const auto brackets = [&] {
    for (; mark < snippet.marks.size() * 2; ++mark) {
      const Span& span = snippet.marks[mark / 2];
      if ((mark % 2 == 0 ? span.first : span.second) != unit) return;
      out += mark % 2 == 0 ? '[' : ']';
    }
  };
  for (std::size_t at = 0; at < snippet.text.size();) {
    brackets();
    const std::size_t begin = at;
    unit += next_code_point(snippet.text, at) > 0xFFFF ? 2 : 1;
    out += snippet.text.substr(begin, at - begin);
  }
  brackets();
  return out;
}

}  // namespace catchword::test
