// The part of HtmlTree that holds the rules of the insertion mode "in body".
#include <algorithm>

#include "document/html/tree.h"

namespace catchword {
namespace {

using namespace html_tag;

bool same_html_name(const OpenElement& element, const HtmlToken& token) {
  if (element.space != HtmlNamespace::kHtml || element.tag != token.tag) return false;
  return token.tag != kOther || html_names_equal(element.name, token.name);
}

// An open item ends before a new one of its list, unless a block other than these is between.
bool ends_item_search(const OpenElement& node) {
  return is_special(node) && node.tag != kAddress && node.tag != kDiv && node.tag != kP;
}

bool is_sibling_item(HtmlTag open, HtmlTag tag) {
  return tag == kLi ? open == kLi : open == kDd || open == kDt;
}

}  // namespace

void HtmlTree::body_start(const HtmlToken& token) {
  const HtmlTag tag = token.tag;
  if (has_trait(tag, kFormatting)) return formatting_start(token);
  if (has_trait(tag, kClosesP)) {
    close_p();
    push(token);
    skip_newline_ = has_trait(tag, kPreformatted);
    has_content_ = true;
    return;
  }
  if (has_trait(tag, kTablePart)) return;  // a cell outside a table
  if (has_trait(tag, kRawText)) return raw_start(token);
  if (has_trait(tag, kHeading)) return heading_start(token);
  if (tag == kOther || tag == kSpan) {
    if (!formatting_.empty()) reconstruct();
    push(token);
    return;
  }
  body_start_rare(token);
}

void HtmlTree::body_start_rare(const HtmlToken& token) {
  switch (token.tag) {
    case kHtml: return merge_root(token, 0);
    case kBody: return merge_root(token, 1);
    case kLi:
    case kDd:
    case kDt: return list_item_start(token);
    case kP:
      close_p();
      push(token);
      break;
    case kBase:
    case kBasefont:
    case kBgsound:
    case kLink:
    case kMeta:
    case kParam:
    case kSource:
    case kTrack: return empty_element(token);
    case kTitle:
      push(token);
      return tokenizer_.enter(HtmlTokenizer::Content::kRcdata, token.name);
    case kTextarea:
      push(token);
      skip_newline_ = true;
      return tokenizer_.enter(HtmlTokenizer::Content::kRcdata, token.name);
    case kTemplate:
      push(token).mode = HtmlMode::kBody;
      return add_marker();
    case kTable:
      if (!quirks_) close_p();
      push(token).mode = HtmlMode::kTable;
      break;
    case kHr:
      close_p();
      empty_element(token);
      break;
    case kForm: return form_start(token);
    case kPlaintext:
      close_p();
      push(token);
      return tokenizer_.enter(HtmlTokenizer::Content::kPlain, token.name);
    case kButton:
      if (in_scope(kButton)) {
        pop_implied();
        pop_until(kButton);
      }
      reconstruct();
      push(token);
      break;
    case kApplet:
    case kMarquee:
    case kObject:
      reconstruct();
      push(token);
      add_marker();
      break;
    case kSelect: {
      reconstruct();
      const bool in_table = top().mode != HtmlMode::kBody;
      push(token).mode = in_table ? HtmlMode::kSelectInTable : HtmlMode::kSelect;
      break;
    }
    case kOptgroup:
    case kOption:
      if (top().tag == kOption) pop();
      reconstruct();
      push(token);
      break;
    case kRb:
    case kRtc:
      if (in_scope(kRuby)) pop_implied();
      push(token);
      break;
    case kRp:
    case kRt:
      if (in_scope(kRuby)) pop_implied(kRtc);
      push(token);
      break;
    case kMath: return foreign_root(token, HtmlNamespace::kMathml);
    case kSvg: return foreign_root(token, HtmlNamespace::kSvg);
    case kFrameset: return frameset_start();
    default:
      reconstruct();
      if (has_trait(token.tag, kVoid)) {
        empty_element(token);
      } else {
        push(token);
      }
  }
  has_content_ = true;
}

void HtmlTree::raw_start(const HtmlToken& token) {
  if (token.tag == kXmp) {
    close_p();
    reconstruct();
  }
  push(token);
  tokenizer_.enter(token.tag == kScript ? HtmlTokenizer::Content::kScript
                                        : HtmlTokenizer::Content::kRawText,
                   token.name);
}

void HtmlTree::list_item_start(const HtmlToken& token) {
  const std::uint32_t siblings = token.tag == kLi ? open_[kLi] : open_[kDd] + open_[kDt];
  for (std::size_t i = stack_.size(); siblings > 0 && i-- > 0;) {
    spend();
    const OpenElement& node = stack_[i];
    if (node.space == HtmlNamespace::kHtml && is_sibling_item(node.tag, token.tag)) {
      const HtmlTag tag = node.tag;
      pop_implied(tag);
      pop_until(tag);
      break;
    }
    if (ends_item_search(node)) break;
  }
  close_p();
  push(token);
  has_content_ = true;
}

void HtmlTree::heading_start(const HtmlToken& token) {
  close_p();
  if (has_trait(top().tag, kHeading)) pop();
  push(token);
  has_content_ = true;
}

void HtmlTree::form_start(const HtmlToken& token) {
  const bool in_template = open_[kTemplate] > 0;
  if (form_ != 0 && !in_template) return;
  close_p();
  const std::uint32_t id = push(token).id;
  if (!in_template) form_ = id;
}

// A page of frames has no text of its own.
void HtmlTree::frameset_start() {
  if (!has_content_) in_frameset_ = true;
}

void HtmlTree::body_end(const HtmlToken& token) {
  const HtmlTag tag = token.tag;
  if (has_trait(tag, kFormatting)) return adopt(token);
  if (has_trait(tag, kClosesP) || tag == kButton) return block_end(tag);
  if (has_trait(tag, kHeading)) return heading_end();
  switch (tag) {
    case kP: return p_end(token);
    case kLi: return item_end(tag, Scope::kList);
    case kDd:
    case kDt: return item_end(tag, Scope::kDefault);
    case kHtml:
    case kBody:
    case kHead: return;  // what follows is still read as part of the body
    case kForm: return form_end();
    case kTemplate:
      if (open_[kTemplate] > 0) {
        pop_until(kTemplate);
        clear_to_marker();
      }
      return;
    case kApplet:
    case kMarquee:
    case kObject: return marker_end(tag);
    case kBr: {  // "</br>" is a line break
      HtmlToken line_break;
      line_break.kind = HtmlToken::Kind::kStart;
      line_break.tag = kBr;
      line_break.name = token.name;
      return body_start(line_break);
    }
    default: return other_end(token);
  }
}

void HtmlTree::block_end(HtmlTag tag) {
  if (!in_scope(tag)) return;
  pop_implied();
  pop_until(tag);
}

// "</p>" without a paragraph is an empty paragraph.
void HtmlTree::p_end(const HtmlToken& token) {
  if (!in_scope(kP, Scope::kButton)) {
    HtmlToken start;
    start.kind = HtmlToken::Kind::kStart;
    start.tag = kP;
    start.name = token.name;
    push(start);
  }
  pop_until(kP);
}

void HtmlTree::item_end(HtmlTag tag, Scope scope) {
  if (!in_scope(tag, scope)) return;
  pop_implied(tag);
  pop_until(tag);
}

void HtmlTree::heading_end() {
  if (!heading_in_scope()) return;
  pop_implied();
  while (stack_.size() > 2) {
    const bool found = has_trait(top().tag, kHeading) && top().space == HtmlNamespace::kHtml;
    pop();
    if (found) return;
  }
}

void HtmlTree::form_end() {
  if (open_[kTemplate] > 0) return block_end(kForm);
  const int at = form_ == 0 ? -1 : find_open(form_);
  form_ = 0;
  if (at < 0 || !in_scope(kForm)) return;
  pop_implied();
  const auto index = static_cast<std::size_t>(at);
  if (index + 1 == stack_.size()) {
    pop();
  } else {  // what is open inside stays inside, though the form is no longer open
    stack_[index + 1].own = stack_[index + 1].own.within(stack_[index].own);
    remove(index);
  }
}

void HtmlTree::marker_end(HtmlTag tag) {
  if (!in_scope(tag)) return;
  pop_implied();
  pop_until(tag);
  clear_to_marker();
}

// "Any other end tag".
void HtmlTree::other_end(const HtmlToken& token) {
  if (open_[token.tag] == 0) return;
  for (std::size_t i = stack_.size(); i-- > 2;) {
    spend();
    if (same_html_name(stack_[i], token)) {
      pop_implied(token.tag);
      while (stack_.size() > i) pop();
      return;
    }
    if (is_special(stack_[i])) return;
  }
}

}  // namespace catchword
