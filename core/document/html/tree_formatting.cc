// The part of HtmlTree that keeps the list of active formatting elements: `<b>` and its like go
// on behind the blocks that were closed around them, and may be closed in any order.
#include <algorithm>
#include <utility>

#include "document/html/tree.h"

namespace catchword {
namespace {

using namespace html_tag;

constexpr std::size_t kLongestList = 512;
constexpr int kAdoptions = 8;     // the standard's limits of the adoption agency
constexpr int kCopiedNodes = 3;
constexpr int kSameElements = 3;  // "Noah's Ark": no more than three of a kind

std::string_view source_of(const HtmlToken& token) {
  const char* begin = token.name.data();
  const char* end = begin + token.name.size();
  if (!token.attributes.empty()) {
    const HtmlAttribute& last = token.attributes.back();
    end = last.value.data() != nullptr ? last.value.data() + last.value.size()
                                       : last.name.data() + last.name.size();
  }
  return {begin, static_cast<std::size_t>(end - begin)};
}

}  // namespace

void HtmlTree::formatting_start(const HtmlToken& token) {
  if (token.tag == kA && find_formatting(kA) >= 0) {
    adopt(token);
    const int still = find_formatting(kA);
    if (still >= 0) {
      const int open = find_open(formatting_[static_cast<std::size_t>(still)].element.id);
      forget_formatting(static_cast<std::size_t>(still));
      if (open >= 0) remove(static_cast<std::size_t>(open));
    }
  }
  if (!formatting_.empty()) reconstruct();
  if (token.tag == kNobr && in_scope(kNobr)) {
    adopt(token);
    reconstruct();
  }
  push(token);
  add_formatting(token);
  has_content_ = true;
}

void HtmlTree::add_formatting(const HtmlToken& token) {
  Formatting entry;
  entry.tag = token.tag;
  entry.is_open = true;
  entry.source = source_of(token);
  entry.element = top();
  int same = 0;
  for (std::size_t i = formatting_.size(); i-- > 0 && !formatting_[i].is_marker;) {
    if (formatting_[i].source != entry.source || ++same < kSameElements) continue;
    forget_formatting(i);
    break;
  }
  if (formatting_.size() >= kLongestList) forget_formatting(0);
  formatting_.push_back(entry);
}

void HtmlTree::add_marker() {
  Formatting marker;
  marker.is_marker = true;
  formatting_.push_back(marker);
}

void HtmlTree::clear_to_marker() {
  while (!formatting_.empty()) {
    const bool marker = formatting_.back().is_marker;
    formatting_.pop_back();
    if (marker) return;
  }
}

void HtmlTree::forget_formatting(std::size_t index) {
  formatting_.erase(formatting_.begin() + static_cast<std::ptrdiff_t>(index));
}

// Opens again the formatting elements that a block's end has closed.
void HtmlTree::reconstruct() {
  std::size_t first = formatting_.size();
  while (first > 0 && !formatting_[first - 1].is_marker && !formatting_[first - 1].is_open) --first;
  if (budget_ == 0) {
    formatting_.resize(first);
    return;
  }
  for (std::size_t i = first; i < formatting_.size(); ++i) {
    spend();
    Formatting& entry = formatting_[i];
    entry.element.mode = top().mode;
    entry.element.text = entry.element.own.inside(parent_style());
    entry.is_open = true;
    if (entry.element.marks != 0) listener_.reopen(entry.element);
    add_open() = entry.element;
    ++open_[entry.tag];
  }
}

// The last entry for `tag` behind the last marker, or -1.
int HtmlTree::find_formatting(HtmlTag tag) const {
  for (std::size_t i = formatting_.size(); i-- > 0 && !formatting_[i].is_marker;) {
    if (formatting_[i].tag == tag) return static_cast<int>(i);
  }
  return -1;
}

int HtmlTree::find_formatting(std::uint32_t id) const {
  for (std::size_t i = formatting_.size(); i-- > 0;) {
    if (formatting_[i].element.id == id) return static_cast<int>(i);
  }
  return -1;
}

int HtmlTree::find_open(std::uint32_t id) {
  for (std::size_t i = stack_.size(); i-- > 0;) {
    spend();
    if (stack_[i].id == id) return static_cast<int>(i);
  }
  return -1;
}

// The "adoption agency algorithm", as far as it moves the stack and the list.
void HtmlTree::adopt(const HtmlToken& token) {
  if (top().tag == token.tag && top().space == HtmlNamespace::kHtml &&
      find_formatting(top().id) < 0) {
    return pop();
  }
  for (int i = 0; i < kAdoptions; ++i) {
    if (!adopt_once(token)) return;
  }
}

// One turn of the outer loop; false when it was the last.
bool HtmlTree::adopt_once(const HtmlToken& token) {
  const int entry = find_formatting(token.tag);
  if (entry < 0) {
    if (token.kind == HtmlToken::Kind::kEnd) other_end(token);
    return false;
  }
  const auto formatting = static_cast<std::size_t>(entry);
  const int open = formatting_[formatting].is_open ? find_open(formatting_[formatting].element.id)
                                                   : -1;
  if (open < 0) {
    forget_formatting(formatting);
    return false;
  }
  if (!in_scope(token.tag)) return false;
  const auto element = static_cast<std::size_t>(open);
  std::size_t block = element + 1;
  while (block < stack_.size() && !is_special(stack_[block])) ++block;
  if (block == stack_.size()) {
    while (stack_.size() > element) pop();
    const int left = find_formatting(token.tag);
    if (left >= 0) forget_formatting(static_cast<std::size_t>(left));
    return false;
  }
  move_into(formatting, element, block);
  return true;
}

// The formatting element goes on inside the furthest block, and the block leaves it.
void HtmlTree::move_into(std::size_t formatting, std::size_t element, std::size_t block) {
  const std::uint32_t id = stack_[element].id;
  std::size_t bookmark = formatting;
  int nodes = 0;
  for (std::size_t i = block; i-- > element + 1;) {
    const int entry = find_formatting(stack_[i].id);
    if (entry >= 0 && ++nodes <= kCopiedNodes) {
      bookmark = std::max(bookmark, static_cast<std::size_t>(entry) + (i + 1 == block ? 1 : 0));
      continue;
    }
    if (entry >= 0) forget_formatting(static_cast<std::size_t>(entry));
    remove(i);
    --block;
  }
  const int at = find_formatting(id);
  if (at < 0) return;
  const Formatting moved = formatting_[static_cast<std::size_t>(at)];
  forget_formatting(static_cast<std::size_t>(at));
  if (bookmark > static_cast<std::size_t>(at)) --bookmark;
  bookmark = std::min(bookmark, formatting_.size());
  formatting_.insert(formatting_.begin() + static_cast<std::ptrdiff_t>(bookmark), moved);
  const auto from = stack_.begin() + static_cast<std::ptrdiff_t>(element);
  std::rotate(from, from + 1, stack_.begin() + static_cast<std::ptrdiff_t>(block) + 1);
  restyle(element);
}

}  // namespace catchword
