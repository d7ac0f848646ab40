// External interface: layout_of, visible_style.
//
// Style sheets are not read: what they hide can be hidden for the index with data-catchword-ignore.
#include "document/html/visibility.h"

#include <algorithm>

#include "document/html/entities.h"
#include "document/text_strings.h"

namespace catchword {
namespace {

using namespace html_tag;

// The value of `property` (lower case) in a style attribute, lowered and without "!important";
// of several the last one.
std::string css_value(std::string_view style, std::string_view property) {
  std::string found;
  std::string text = ascii_lower(decode_attribute(style));
  std::string_view rest = text;
  while (!rest.empty()) {
    std::string_view declaration = take_until(rest, ';');
    if (trim(take_until(declaration, ':')) != property) continue;
    found = trim(take_until(declaration, '!'));
  }
  return found;
}

bool mentions(std::string_view style, std::string_view lower) {
  return std::search(style.begin(), style.end(), lower.begin(), lower.end(), [](char a, char b) {
           return (a >= 'A' && a <= 'Z' ? a | 0x20 : a) == b;
         }) != style.end();
}

bool is_hidden_by_style(std::string_view style) {
  if (mentions(style, "display") && css_value(style, "display") == "none") return true;
  return mentions(style, "visibility") && css_value(style, "visibility") == "hidden";
}

bool keeps_space(std::string_view style) {
  if (!mentions(style, "white-space")) return false;
  const std::string value = css_value(style, "white-space");
  return value.starts_with("pre") || value == "break-spaces";
}

HtmlLayout tag_layout(HtmlTag tag, HtmlNamespace space) {
  if (space == HtmlNamespace::kSvg) {
    return tag == kText || tag == kTitle || tag == kForeignObject ? HtmlLayout::kBlock
           : tag == kSvg                                          ? HtmlLayout::kReplaced
                                                                  : HtmlLayout::kInline;
  }
  if (space == HtmlNamespace::kMathml) return HtmlLayout::kInline;
  if (has_trait(tag, kBlock)) return HtmlLayout::kBlock;
  return has_trait(tag, kReplaced) ? HtmlLayout::kReplaced : HtmlLayout::kInline;
}

// An image of SVG shows the text and the title inside; drawing is made of attributes.
void style_svg(HtmlTag tag, ElementStyle& style) {
  if (tag == kSvg) style.set |= html_style::kUnseen;
  if (tag == kText || tag == kTitle || tag == kForeignObject) style.clear |= html_style::kUnseen;
}

bool is_shut(HtmlTag tag, const HtmlAttributes& attributes) {
  if (tag == kDialog) return attributes.open.data() == nullptr;
  if (tag == kObject) return attributes.data.data() != nullptr;
  return false;
}

void style_html(HtmlTag tag, const HtmlAttributes& attributes, ElementStyle& style) {
  if (has_trait(tag, kPreformatted)) style.set |= html_style::kPreformatted;
  if (is_shut(tag, attributes)) style.set |= html_style::kUnseenTree;
  if (!has_trait(tag, kUnseen)) return;
  if (tag == kTemplate && !attributes.shadow_root.empty()) return;
  style.set |= html_style::kControl;
}

}  // namespace

HtmlLayout layout_of(HtmlTag tag, HtmlNamespace space, const HtmlAttributes& attributes) {
  if (attributes.style.empty() || !mentions(attributes.style, "display")) {
    return tag_layout(tag, space);
  }
  const std::string display = css_value(attributes.style, "display");
  if (display.empty() || display == "none") return tag_layout(tag, space);
  if (display == "contents" || display.starts_with("inline")) return HtmlLayout::kInline;
  return display == "inherit" || display == "initial" ? tag_layout(tag, space) : HtmlLayout::kBlock;
}

ElementStyle visible_style(HtmlTag tag, HtmlNamespace space, const HtmlAttributes& attributes) {
  ElementStyle style;
  if (space == HtmlNamespace::kSvg) style_svg(tag, style);
  if (space == HtmlNamespace::kHtml) style_html(tag, attributes, style);
  if (tag == kAnnotation || tag == kAnnotationXml) style.set |= html_style::kUnseenTree;
  if (attributes.is_hidden() ||
      (!attributes.style.empty() && is_hidden_by_style(attributes.style))) {
    style.set |= html_style::kUnseenTree;
  }
  if (!attributes.style.empty() && keeps_space(attributes.style)) {
    style.set |= html_style::kPreformatted;
  }
  return style;
}

}  // namespace catchword
