// HTML element names as small numbers, and what the standard says about each of them.
#pragma once

#include <cstdint>
#include <string_view>

namespace catchword {

namespace html_tag {

/// Traits of an element, as bits. The first group is the parser's, the second the rendering's.
enum Trait : std::uint32_t {
  kVoid = 1 << 0,        ///< has no content and no end tag
  kSpecial = 1 << 1,     ///< the standard's "special" category
  kFormatting = 1 << 2,  ///< the standard's "formatting" category
  kScope = 1 << 3,       ///< ends the search for "an element in scope"
  kMarker = 1 << 4,      ///< puts a marker on the list of active formatting elements
  kClosesP = 1 << 5,     ///< a plain block: closes an open `<p>`, its end tag pops what it implies
  kImpliedEnd = 1 << 6,  ///< its end tag may be left out
  kHeading = 1 << 7,     ///< h1 to h6
  kBreakout = 1 << 8,    ///< its start tag ends SVG and MathML content
  kRawText = 1 << 9,     ///< content is text up to the end tag, without character references
  kTablePart = 1 << 10,  ///< its start tag means nothing outside a table (or frameset)

  kBlock = 1 << 16,         ///< stands on lines of its own
  kReplaced = 1 << 17,      ///< a box in the line: the words at its sides do not join
  kUnseen = 1 << 18,        ///< content is never shown, or is a control's and not the page's
  kPreformatted = 1 << 19,  ///< white space is kept
};

enum Tag : std::uint8_t {
  kOther,  ///< any name not listed: a custom element, an unknown or an uninteresting one
#define TAG(identifier, name, traits) identifier,
#include "document/html/tags.inc"
#undef TAG
  kCount,
};

}  // namespace html_tag

using HtmlTag = html_tag::Tag;

/// The tag called `name`, ASCII letters in either case; kOther when it isn't listed. Constant time.
HtmlTag html_tag_of(std::string_view name);

namespace html_tag {
extern const std::uint32_t kTraits[kCount];
}

/// Whether `tag` has one of `traits` (html_tag::Trait).
inline bool has_trait(HtmlTag tag, std::uint32_t traits) {
  return (html_tag::kTraits[tag] & traits) != 0;
}

}  // namespace catchword
