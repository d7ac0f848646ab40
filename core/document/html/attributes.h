// The attributes of a start tag that matter to the reader, sorted out in one pass.
#pragma once

#include <string_view>
#include <vector>

#include "document/html/tokenizer.h"

namespace catchword {

/// An attribute `data-catchword-KIND` or `data-pagefind-KIND`.
struct HtmlDirective {
  enum class Kind {
    kBody,         ///< only this part of the page
    kIgnore,       ///< not this part
    kMeta,         ///< metadata that a result shows
    kDefaultMeta,  ///< the same, where no other attribute gives it
    kFilter,
    kSort,
    kWeight,
    kTitle,
    kIndexAttributes,  ///< attributes whose values are text
  };
  Kind kind;
  std::string_view value;  ///< as written
};

/// Values are as written, with their character references. Absent ones have a null data().
struct HtmlAttributes {
  std::string_view id, name, href, src, alt, role, lang, style, classes, content, property;
  std::string_view http_equiv, rel, datetime, type, data, level, x, hidden, aria_hidden, open;
  std::string_view shadow_root;  ///< shadowrootmode: the template's content is shown
  std::vector<HtmlDirective> directives;

  /// Reads those of `token`; of an attribute that occurs twice, the first.
  void read(const HtmlToken& token);

  /// Adds a directive that the token doesn't write. `value` outlives the next `read`.
  void add(HtmlDirective directive);

  /// Whether `hidden` or `aria-hidden` says so. What is hidden until found can be found.
  [[nodiscard]] bool is_hidden() const;

 private:
  void clear();

  bool is_used_ = false;
};

}  // namespace catchword
