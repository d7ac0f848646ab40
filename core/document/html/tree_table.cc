// The part of HtmlTree that holds the rules of tables and of `<select>`. Functions that return
// bool say whether the token is done; otherwise the rules of "in body" come next.
#include "document/html/tree.h"

namespace catchword {
namespace {

using namespace html_tag;

// The elements at which the stack is cleared: "back to a table context" and its like.
enum : std::uint32_t { kTableContext = 1, kTableBodyContext = 2, kRowContext = 4 };

bool is_section(HtmlTag tag) { return tag == kTbody || tag == kThead || tag == kTfoot; }

bool is_context(const OpenElement& node, std::uint32_t kind) {
  if (node.space != HtmlNamespace::kHtml) return false;
  if (node.tag == kHtml || node.tag == kTemplate) return true;
  if (kind == kTableContext) return node.tag == kTable;
  return kind == kTableBodyContext ? is_section(node.tag) : node.tag == kTr;
}

bool is_cell(HtmlTag tag) { return tag == kTd || tag == kTh; }

// Start tags that end what is open at or below a caption.
bool is_structure(HtmlTag tag) {
  return has_trait(tag, kTablePart) && tag != kFrame && tag != kHead;
}

// End tags that mean nothing inside a cell or a caption.
bool is_stray_end(HtmlTag tag) {
  return tag == kBody || tag == kHtml || tag == kCaption || tag == kCol || tag == kColgroup;
}

HtmlToken implied(HtmlTag tag, std::string_view name) {
  HtmlToken token;
  token.kind = HtmlToken::Kind::kStart;
  token.tag = tag;
  token.name = name;
  return token;
}

}  // namespace

bool HtmlTree::table_mode_start(const HtmlToken& token) {
  switch (top().mode) {
    case HtmlMode::kTable: return table_start(token), true;
    case HtmlMode::kTableBody: return table_body_start(token), true;
    case HtmlMode::kRow: return row_start(token), true;
    case HtmlMode::kCell: return cell_start(token);
    case HtmlMode::kCaption: return caption_start(token);
    case HtmlMode::kColgroup: return colgroup_start(token);
    case HtmlMode::kSelect:
    case HtmlMode::kSelectInTable: return select_start(token), true;
    case HtmlMode::kBody: return false;
  }
  return false;
}

bool HtmlTree::table_mode_end(const HtmlToken& token) {
  switch (top().mode) {
    case HtmlMode::kTable: return table_end(token), true;
    case HtmlMode::kTableBody: return table_body_end(token), true;
    case HtmlMode::kRow: return row_end(token), true;
    case HtmlMode::kCell: return cell_end(token);
    case HtmlMode::kCaption: return caption_end(token);
    case HtmlMode::kColgroup: return colgroup_end(token);
    case HtmlMode::kSelect:
    case HtmlMode::kSelectInTable: return select_end(token), true;
    case HtmlMode::kBody: return false;
  }
  return false;
}

void HtmlTree::clear_to(std::uint32_t kind) {
  while (stack_.size() > 2 && !is_context(top(), kind)) pop();
}

void HtmlTree::push_part(const HtmlToken& token, HtmlMode mode) {
  push(token).mode = mode;
}

void HtmlTree::table_start(const HtmlToken& token) {
  switch (token.tag) {
    case kCaption:
      clear_to(kTableContext);
      add_marker();
      return push_part(token, HtmlMode::kCaption);
    case kColgroup:
      clear_to(kTableContext);
      return push_part(token, HtmlMode::kColgroup);
    case kCol:
      clear_to(kTableContext);
      return push_part(implied(kColgroup, "colgroup"), HtmlMode::kColgroup);
    case kTbody:
    case kTfoot:
    case kThead:
      clear_to(kTableContext);
      return push_part(token, HtmlMode::kTableBody);
    case kTd:
    case kTh:
    case kTr:
      clear_to(kTableContext);
      push_part(implied(kTbody, "tbody"), HtmlMode::kTableBody);
      return start(token);
    case kTable:
      if (!in_scope(kTable, Scope::kTable)) return;
      pop_until(kTable);
      return start(token);
    case kForm: return;  // closed at once
    default: break;
  }
  foster_ = true;
  body_start(token);
  foster_ = false;
}

void HtmlTree::table_end(const HtmlToken& token) {
  if (token.tag == kTable) {
    if (in_scope(kTable, Scope::kTable)) pop_until(kTable);
    return;
  }
  if (is_structure(token.tag) || token.tag == kBody || token.tag == kHtml) return;
  foster_ = true;
  body_end(token);
  foster_ = false;
}

// Leaves tbody, thead or tfoot; false when none is open in this table.
bool HtmlTree::leave_section() {
  if (!in_scope(kTbody, Scope::kTable) && !in_scope(kThead, Scope::kTable) &&
      !in_scope(kTfoot, Scope::kTable)) {
    return false;
  }
  clear_to(kTableBodyContext);
  pop();
  return true;
}

void HtmlTree::table_body_start(const HtmlToken& token) {
  if (token.tag == kTr) {
    clear_to(kTableBodyContext);
    return push_part(token, HtmlMode::kRow);
  }
  if (is_cell(token.tag)) {
    clear_to(kTableBodyContext);
    push_part(implied(kTr, "tr"), HtmlMode::kRow);
    return start(token);
  }
  if (is_structure(token.tag)) {
    if (leave_section()) start(token);
    return;
  }
  table_start(token);
}

void HtmlTree::table_body_end(const HtmlToken& token) {
  if (is_section(token.tag)) {
    if (in_scope(token.tag, Scope::kTable)) leave_section();
  } else if (token.tag == kTable) {
    if (leave_section()) end(token);
  } else {
    table_end(token);
  }
}

void HtmlTree::row_start(const HtmlToken& token) {
  if (is_cell(token.tag)) {
    clear_to(kRowContext);
    push_part(token, HtmlMode::kCell);
    return add_marker();
  }
  if (!is_structure(token.tag)) return table_start(token);
  if (!in_scope(kTr, Scope::kTable)) return;
  clear_to(kRowContext);
  pop();
  start(token);
}

void HtmlTree::row_end(const HtmlToken& token) {
  const bool row = token.tag == kTr;
  if (!row && token.tag != kTable && !is_section(token.tag)) return table_end(token);
  if (!in_scope(kTr, Scope::kTable)) return;
  if (is_section(token.tag) && !in_scope(token.tag, Scope::kTable)) return;
  clear_to(kRowContext);
  pop();
  if (!row) end(token);
}

void HtmlTree::close_cell() {
  pop_implied();
  while (!(is_cell(top().tag) && top().space == HtmlNamespace::kHtml) && stack_.size() > 2) pop();
  if (stack_.size() > 2) pop();
  clear_to_marker();
}

bool HtmlTree::cell_start(const HtmlToken& token) {
  if (!is_structure(token.tag)) return false;
  if (!in_scope(kTd, Scope::kTable) && !in_scope(kTh, Scope::kTable)) return true;
  close_cell();
  start(token);
  return true;
}

bool HtmlTree::cell_end(const HtmlToken& token) {
  if (is_cell(token.tag)) {
    if (!in_scope(token.tag, Scope::kTable)) return true;
    pop_implied();
    pop_until(token.tag);
    clear_to_marker();
    return true;
  }
  if (is_stray_end(token.tag)) return true;
  if (token.tag != kTable && token.tag != kTr && !is_section(token.tag)) return false;
  if (!in_scope(token.tag, Scope::kTable)) return true;
  close_cell();
  end(token);
  return true;
}

bool HtmlTree::close_caption() {
  if (!in_scope(kCaption, Scope::kTable)) return false;
  pop_implied();
  pop_until(kCaption);
  clear_to_marker();
  return true;
}

bool HtmlTree::caption_start(const HtmlToken& token) {
  if (!is_structure(token.tag)) return false;
  if (close_caption()) start(token);
  return true;
}

bool HtmlTree::caption_end(const HtmlToken& token) {
  if (token.tag == kCaption) return close_caption(), true;
  if (token.tag == kTable) {
    if (close_caption()) end(token);
    return true;
  }
  return is_structure(token.tag) || token.tag == kBody || token.tag == kHtml;
}

bool HtmlTree::colgroup_start(const HtmlToken& token) {
  if (token.tag == kCol) return true;
  if (token.tag == kHtml || token.tag == kTemplate) return false;
  pop();
  start(token);
  return true;
}

bool HtmlTree::colgroup_end(const HtmlToken& token) {
  if (token.tag == kCol) return true;
  if (token.tag == kTemplate) return false;
  pop();
  if (token.tag != kColgroup) end(token);
  return true;
}

// What a select holds is never indexed, so only what ends it matters.
void HtmlTree::select_start(const HtmlToken& token) {
  switch (token.tag) {
    case kSelect: return pop_until(kSelect);
    case kInput:
    case kKeygen:
    case kTextarea:
      pop_until(kSelect);
      return start(token);
    case kScript:
    case kTemplate: return body_start(token);
    default: break;
  }
  if (top().mode != HtmlMode::kSelectInTable) return;
  if (token.tag != kTable && (!is_structure(token.tag) || token.tag == kCol ||
                              token.tag == kColgroup)) {
    return;
  }
  pop_until(kSelect);
  start(token);
}

void HtmlTree::select_end(const HtmlToken& token) {
  if (token.tag == kSelect) return pop_until(kSelect);
  if (token.tag == kTemplate || token.tag == kScript) return body_end(token);
  if (top().mode != HtmlMode::kSelectInTable) return;
  if (token.tag != kTable && !is_structure(token.tag)) return;
  if (!in_scope(token.tag, Scope::kTable)) return;
  pop_until(kSelect);
  end(token);
}

}  // namespace catchword
