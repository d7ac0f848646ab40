// Whether and how a browser shows an element's text, as far as the page alone says.
#pragma once

#include "document/html/attributes.h"
#include "document/html/tree.h"

namespace catchword {

/// How an element stands among its neighbours.
enum class HtmlLayout {
  kInline,    ///< joins them
  kBlock,     ///< on lines of its own
  kReplaced,  ///< a box in the line, between words
};

/// The layout of an element: its tag's, unless its `style` sets `display`.
HtmlLayout layout_of(HtmlTag tag, HtmlNamespace space, const HtmlAttributes& attributes);

/// What an element does to the text inside: what is hidden, what is preformatted, what is a
/// control's.
ElementStyle visible_style(HtmlTag tag, HtmlNamespace space, const HtmlAttributes& attributes);

}  // namespace catchword
