// External interface: HtmlTree (dispatch, text, the stack of open elements), is_special.
#include "document/html/tree.h"

#include <algorithm>
#include <utility>

namespace catchword {
namespace {

using namespace html_tag;

constexpr std::size_t kRootSize = 2;           // html and body
constexpr std::size_t kStepsPerByte = 32;
constexpr std::size_t kFreeSteps = 1 << 20;

bool is_table_part(HtmlTag tag) {
  return tag == kTable || tag == kTbody || tag == kTfoot || tag == kThead || tag == kTr;
}

bool is_blank(std::string_view text) { return std::all_of(text.begin(), text.end(), is_html_space); }

bool is_mathml_special(HtmlTag tag) {
  return tag == kMi || tag == kMo || tag == kMn || tag == kMs || tag == kMtext ||
         tag == kAnnotationXml;
}

bool is_svg_special(HtmlTag tag) { return tag == kForeignObject || tag == kDesc || tag == kTitle; }

bool is_foreign_special(const OpenElement& element) {
  return element.space == HtmlNamespace::kMathml ? is_mathml_special(element.tag)
                                                 : is_svg_special(element.tag);
}

}  // namespace

bool is_special(const OpenElement& element) {
  return element.space == HtmlNamespace::kHtml ? has_trait(element.tag, kSpecial)
                                               : is_foreign_special(element);
}

HtmlTree::HtmlTree(HtmlTokenizer& tokenizer, HtmlTreeListener& listener, std::string_view html)
    : tokenizer_(tokenizer),
      listener_(listener),
      quirks_(is_quirky(html)),
      depth_limit_(kDeepest),
      budget_(kFreeSteps + html.size() * kStepsPerByte) {
  stack_.reserve(64);
  push_root(kHtml, "html");
  push_root(kBody, "body");
}

void HtmlTree::process(const HtmlToken& token) {
  if (stack_.size() >= depth_limit_) limit_depth();
  const bool skip_newline = std::exchange(skip_newline_, false);
  if (token.kind == HtmlToken::Kind::kText) {
    if (!skip_newline || !(token.text.starts_with('\n') || token.text.starts_with('\r'))) {
      return text(token);
    }
    HtmlToken rest = token;
    rest.text.remove_prefix(token.text.starts_with("\r\n") ? 2 : 1);
    return text(rest);
  }
  const bool html = uses_html_rules(token);
  if (token.kind == HtmlToken::Kind::kStart) return html ? start(token) : foreign_start(token);
  return html ? end(token) : foreign_end(token);
}

void HtmlTree::finish() {
  while (!stack_.empty()) pop();
}

// The standard's "tree construction dispatcher".
bool HtmlTree::uses_html_rules(const HtmlToken& token) const {
  const OpenElement& node = stack_.back();
  if (node.space == HtmlNamespace::kHtml) return true;
  if (token.kind != HtmlToken::Kind::kStart) return false;
  switch (node.integration) {
    case HtmlIntegration::kHtml: return true;
    case HtmlIntegration::kMathmlText: return token.tag != kMglyph && token.tag != kMalignmark;
    case HtmlIntegration::kAnnotation: return token.tag == kSvg;
    case HtmlIntegration::kNone: return false;
  }
  return false;
}

void HtmlTree::start(const HtmlToken& token) {
  if (top().mode != HtmlMode::kBody && table_mode_start(token)) return;
  body_start(token);
}

void HtmlTree::end(const HtmlToken& token) {
  if (top().mode != HtmlMode::kBody && table_mode_end(token)) return;
  body_end(token);
}

void HtmlTree::text(const HtmlToken& token) {
  if (in_frameset_) return;
  OpenElement& node = top();
  if (node.space != HtmlNamespace::kHtml && node.integration == HtmlIntegration::kNone) {
    return listener_.text(token, node.text);
  }
  if (node.mode != HtmlMode::kBody && (is_table_part(node.tag) || node.tag == kColgroup)) {
    return foster_text(token);
  }
  if (!formatting_.empty()) reconstruct();
  if (!has_content_) has_content_ = !is_blank(token.text) && !has_trait(node.tag, kRawText);
  listener_.text(token, top().text);
}

// Text among the rows of a table stands before the table, unless it is white space.
void HtmlTree::foster_text(const HtmlToken& token) {
  if (is_blank(token.text)) return;
  if (top().tag == kColgroup) {
    pop();
    return text(token);
  }
  foster_ = true;
  reconstruct();
  const bool inside = !is_fostered();
  if (inside) {
    listener_.text(token, top().text);
  } else {
    listener_.misplaced_text(token, parent_style());
  }
  foster_ = false;
}

// A tag of html or body adds its attributes to the element that is already there.
void HtmlTree::merge_root(const HtmlToken& token, std::size_t index) {
  OpenElement& root = stack_[index];
  const ElementStyle before = root.own;
  const std::uint32_t marks = root.marks;
  const TextStyle parent = index == 0 ? TextStyle{} : stack_[index - 1].text;
  listener_.open(token, parent, root);
  root.marks |= marks;
  root.own.set |= before.set;
  if (before.language >= 0) root.own.language = before.language;
  if (before.weight >= 0) root.own.weight = before.weight;
  restyle(index);
}

OpenElement& HtmlTree::push(const HtmlToken& token, HtmlNamespace space) {
  const TextStyle parent = parent_style();
  const HtmlMode mode = top().mode;
  OpenElement& element = add_open();
  element.tag = token.tag;
  element.space = space;
  element.mode = mode;
  element.name = token.name;
  element.id = next_id_++;
  if (space == HtmlNamespace::kHtml) ++open_[token.tag];
  listener_.open(token, parent, element);
  element.text = element.own.inside(parent);
  return element;
}

void HtmlTree::push_root(HtmlTag tag, std::string_view name) {
  OpenElement& element = stack_.emplace_back();
  element.tag = tag;
  element.name = name;
  element.id = next_id_++;
  ++open_[tag];
}

// A new element on top, not yet filled in.
OpenElement& HtmlTree::add_open() {
  if (stack_.size() >= depth_limit_) limit_depth();
  return stack_.emplace_back();
}

// Makes room: a page that nests deeper than the limit has its innermost elements side by side.
void HtmlTree::limit_depth() {
  while (stack_.size() >= depth_limit_) pop();
}

void HtmlTree::pop() {
  const OpenElement element = stack_.back();
  stack_.pop_back();
  if (element.space == HtmlNamespace::kHtml) --open_[element.tag];
  if (has_trait(element.tag, kFormatting)) {
    const int entry = find_formatting(element.id);
    if (entry >= 0) formatting_[static_cast<std::size_t>(entry)].is_open = false;
  }
  if (element.marks != 0) listener_.close(element);
}

// Takes an element out of the middle of the stack.
void HtmlTree::remove(std::size_t index) {
  const OpenElement element = stack_[index];
  if (element.space == HtmlNamespace::kHtml) --open_[element.tag];
  stack_.erase(stack_.begin() + static_cast<std::ptrdiff_t>(index));
  restyle(index);
  listener_.close(element);
}

// Computes the styles of the elements at `from` and above again.
void HtmlTree::restyle(std::size_t from) {
  for (std::size_t i = from; i < stack_.size(); ++i) {
    stack_[i].text = stack_[i].own.inside(i == 0 ? TextStyle{} : stack_[i - 1].text);
  }
}

void HtmlTree::empty_element(const HtmlToken& token) {
  listener_.empty_element(token, parent_style());
}

bool HtmlTree::is_fostered() const {
  return foster_ && stack_.back().space == HtmlNamespace::kHtml && is_table_part(stack_.back().tag);
}

// Style of the element that a new node becomes a child of.
const TextStyle& HtmlTree::parent_style() const {
  if (!is_fostered()) return stack_.back().text;
  std::size_t at = stack_.size() - 1;
  while (at > 1 && stack_[at].tag != kTable) --at;
  return stack_[at - 1].text;
}

bool HtmlTree::in_scope(HtmlTag tag, Scope scope) {
  if (open_[tag] == 0) return false;
  for (std::size_t i = stack_.size(); i-- > 0;) {
    const OpenElement& node = stack_[i];
    spend();
    if (node.space != HtmlNamespace::kHtml) {
      if (scope != Scope::kTable && is_foreign_special(node)) return false;
      continue;
    }
    if (node.tag == tag) return true;
    if (scope == Scope::kTable) {
      if (node.tag == kTable || node.tag == kTemplate) return false;
      continue;
    }
    if (has_trait(node.tag, kScope)) return false;
    if (scope == Scope::kButton && node.tag == kButton) return false;
    if (scope == Scope::kList && (node.tag == kOl || node.tag == kUl)) return false;
  }
  return false;
}

bool HtmlTree::heading_in_scope() {
  for (int tag = kH1; tag <= kH6; ++tag) {
    if (in_scope(static_cast<HtmlTag>(tag))) return true;
  }
  return false;
}

// REQUIRES: an HTML element `tag` is open above the roots, or none is (then nothing happens).
void HtmlTree::pop_until(HtmlTag tag) {
  if (open_[tag] == 0) return;
  bool found = false;
  while (!found && stack_.size() > kRootSize) {
    found = top().tag == tag && top().space == HtmlNamespace::kHtml;
    pop();
  }
}

void HtmlTree::pop_implied(HtmlTag except) {
  while (top().space == HtmlNamespace::kHtml && has_trait(top().tag, kImpliedEnd) &&
         (top().tag != except || except == kOther)) {
    pop();
  }
}

void HtmlTree::close_p() {
  if (in_scope(kP, Scope::kButton)) pop_until(kP);
}

}  // namespace catchword
