// External interface: HtmlPassages.
#include "document/html/passages.h"

#include <utility>

namespace catchword {
namespace {

constexpr std::uint32_t kLongestTerm = 60;  // bytes; longer ones are sentences

// What tells one draft of a section from another.
bool same_draft(const TextStyle& a, const TextStyle& b) {
  return (a.bits & html_style::kRegions) == (b.bits & html_style::kRegions) &&
         a.language == b.language && a.weight == b.weight;
}

}  // namespace

HtmlPassages::HtmlPassages() {
  sections_.emplace_back();
  add_draft(TextStyle{});
}

void HtmlPassages::add_draft(const TextStyle& style) {
  Section& section = sections_[section_];
  draft_ = static_cast<std::uint32_t>(drafts_.size());
  section.drafts.push_back(draft_);
  PassageDraft draft;
  draft.level = section.level;
  draft.anchor = section.anchor;
  draft.style = style;
  draft.section = section_;
  drafts_.push_back(std::move(draft));
}

bool HtmlPassages::is_for(const TextStyle& style) const {
  return same_draft(drafts_[draft_].style, style);
}

void HtmlPassages::select(const TextStyle& style) {
  break_line();
  for (const std::uint32_t draft : sections_[section_].drafts) {
    if (!same_draft(drafts_[draft].style, style)) continue;
    draft_ = draft;
    return;
  }
  add_draft(style);
}

void HtmlPassages::begin_section(std::string heading, int level, std::string anchor,
                                 const TextStyle& style) {
  break_line();
  Section section;
  section.level = heading.empty() ? sections_[section_].level : level;
  section.anchor = std::move(anchor);
  section_ = static_cast<std::uint32_t>(sections_.size());
  sections_.push_back(std::move(section));
  add_draft(style);
  current().heading = std::move(heading);
}

void HtmlPassages::mark_term(TextPlace begin) {
  const TextPlace end = place();
  if (end.draft != begin.draft || begin.offset != current().text.line()) return;
  if (end.offset == begin.offset || end.offset - begin.offset > kLongestTerm) return;
  std::vector<DefinedTerm>& terms = current().terms;
  if (!terms.empty() && terms.back().begin == begin.offset) terms.pop_back();
  terms.push_back({begin.offset, end.offset});
}

void HtmlPassages::return_to(std::uint32_t section) {
  if (section == section_) return;
  break_line();
  section_ = section;
  draft_ = sections_[section].drafts.front();
}

}  // namespace catchword
