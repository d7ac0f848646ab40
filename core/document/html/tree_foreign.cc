// The part of HtmlTree that reads SVG and MathML inside HTML.
#include "document/html/tree.h"

namespace catchword {
namespace {

using namespace html_tag;

bool is_mathml_text(HtmlTag tag) {
  return tag == kMi || tag == kMo || tag == kMn || tag == kMs || tag == kMtext;
}

bool holds_html(const HtmlToken& annotation) {
  const HtmlAttribute* encoding = find_attribute(annotation, "encoding");
  return encoding != nullptr && (equals_ignoring_case(encoding->value, "text/html") ||
                                 equals_ignoring_case(encoding->value, "application/xhtml+xml"));
}

HtmlIntegration integration_of(const HtmlToken& token, HtmlNamespace space) {
  if (space == HtmlNamespace::kSvg) {
    const bool html = token.tag == kForeignObject || token.tag == kDesc || token.tag == kTitle;
    return html ? HtmlIntegration::kHtml : HtmlIntegration::kNone;
  }
  if (is_mathml_text(token.tag)) return HtmlIntegration::kMathmlText;
  if (token.tag != kAnnotationXml) return HtmlIntegration::kNone;
  return holds_html(token) ? HtmlIntegration::kHtml : HtmlIntegration::kAnnotation;
}

bool breaks_out(const HtmlToken& token) {
  if (has_trait(token.tag, kBreakout)) return true;
  if (token.tag != kFont) return false;
  return find_attribute(token, "color") != nullptr || find_attribute(token, "face") != nullptr ||
         find_attribute(token, "size") != nullptr;
}

bool same_name(const OpenElement& element, const HtmlToken& token) {
  if (element.tag != token.tag) return false;
  if (token.tag != kOther) return true;
  return html_names_equal(element.name, token.name);
}

}  // namespace

void HtmlTree::foreign_root(const HtmlToken& token, HtmlNamespace space) {
  if (!formatting_.empty()) reconstruct();
  push(token, space);
  if (token.self_closing) pop();
}

void HtmlTree::foreign_start(const HtmlToken& token) {
  if (breaks_out(token)) {
    leave_foreign();
    return start(token);
  }
  const HtmlNamespace space = top().space;
  push(token, space).integration = integration_of(token, space);
  if (token.self_closing) pop();
}

void HtmlTree::leave_foreign() {
  while (top().space != HtmlNamespace::kHtml &&
         (top().integration == HtmlIntegration::kNone ||
          top().integration == HtmlIntegration::kAnnotation)) {
    pop();
  }
}

void HtmlTree::foreign_end(const HtmlToken& token) {
  if (token.tag == kBr || token.tag == kP) {
    leave_foreign();
    return end(token);
  }
  for (std::size_t i = stack_.size(); i-- > 0;) {
    spend();
    if (stack_[i].space == HtmlNamespace::kHtml) return end(token);
    if (!same_name(stack_[i], token)) continue;
    while (stack_.size() > i) pop();
    return;
  }
}

}  // namespace catchword
