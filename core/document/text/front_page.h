// What stands before the text proper of an article, a memo or a mail: title, by-line, dateline,
// header lines; and the source line behind it.
#pragma once

#include <string>
#include <vector>

#include "document/metadata_builder.h"
#include "document/text/blocks.h"

namespace catchword {

/// What was recognised.
struct TextFrontPage {
  std::string title;               ///< empty when no line looks like one
  MetadataBuilder metadata;        ///< author, office, role, source, place, page, date, series...
  std::vector<bool> taken;         ///< per block: said by title and metadata, no text any more
  std::vector<bool> no_heading;    ///< per block: text, but certainly no heading
};

/// Looks at the first and last of `blocks`; docs/readers/text.md has the rules.
TextFrontPage read_text_front_page(const std::vector<TextBlock>& blocks);

}  // namespace catchword
