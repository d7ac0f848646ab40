// Simple selectors: a part of CSS that can be told from a start tag alone.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "document/html/attributes.h"

namespace catchword {

/// One compound selector: `tag`, `#id`, `.class`, `[attribute]`, `[attribute=value]`, or several
/// of them without a space, as `div.body[role=main]`.
struct HtmlSelector {
  std::string tag;  ///< lower case; empty or "*" for any
  std::string id;
  std::vector<std::string> classes;
  std::vector<std::pair<std::string, std::string>> attributes;  ///< value "" for any

  /// Whether the element of `token`, whose attributes were read, is meant.
  [[nodiscard]] bool matches(const HtmlToken& token, const HtmlAttributes& read) const;
};

/// Elements that count as if they had the attribute data-catchword-KIND="VALUE".
struct SelectorRule {
  HtmlSelector selector;
  HtmlDirective::Kind kind = HtmlDirective::Kind::kBody;
  std::string value;  ///< "author", "image[src]", "3"; empty where the kind takes none
};

/// Reads one selector. Fails with kUsage on combinators, pseudo-classes and other CSS, and says
/// where.
Result<HtmlSelector> parse_selector(std::string_view text);

}  // namespace catchword
