// The block of settings at the top of a Markdown file: YAML between `---` lines, or TOML between
// `+++` lines.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"

namespace catchword {

/// What the front matter says, and where the text begins.
struct FrontMatter {
  std::string title;     ///< of `title`; may be empty
  std::string language;  ///< of `lang` or `language`; may be empty
  bool search = true;    ///< false after `search: false`
  bool draft = false;    ///< true after `draft: true`
  /// All other keys. A map's keys are joined by '.', a sequence is several values, a scalar is
  /// kept as it was written (dates and numbers too); what is null or empty is left out.
  std::vector<Metadata> metadata;
  size_t body = 0;          ///< offset of the first byte after the block; 0 without one
  std::string problem;      ///< why the block can't be read; empty when it can (or isn't there)
  size_t problem_line = 0;  ///< 1-based line of the file, for `problem`
};

/// Reads the front matter of `text` (UTF-8, lines ended by '\n'). A block that is not a map of
/// keys (two thematic breaks with prose between them) is no front matter. A damaged block is left
/// out of the text all the same, and `problem` is set. Anchors and aliases may repeat values up to
/// 10,000 times; what is beyond is cut off with a `problem`.
FrontMatter parse_front_matter(std::string_view text);

}  // namespace catchword
