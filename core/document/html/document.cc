// The part of HtmlPage that makes a Document of a page that was heard to its end.
#include <algorithm>
#include <functional>
#include <string_view>
#include <unordered_set>
#include <utility>

#include "document/html/entities.h"
#include "document/html/page.h"
#include "document/source_path.h"

namespace catchword {
namespace {

bool has_text(const PassageDraft& draft) { return !draft.text.empty(); }

// Drafts that only a border within the chosen part keeps apart are one passage.
bool goes_on(const PassageDraft& draft, const PassageDraft& before) {
  return draft.section == before.section && draft.style.language == before.style.language &&
         draft.style.weight == before.style.weight;
}

Passage make_passage(PassageDraft& draft) {
  draft.text.break_line();
  Passage passage;
  passage.heading = std::move(draft.heading);
  passage.level = draft.level;
  passage.anchor = std::move(draft.anchor);
  passage.weight = draft.style.weight;
  passage.link_lines = draft.text.take_link_lines();
  passage.code_ranges = draft.text.take_code_ranges();
  passage.terms = std::move(draft.terms);
  passage.text = draft.text.take();
  return passage;
}

void append_shifted(const std::vector<std::uint32_t>& offsets, std::size_t shift,
                    std::vector<std::uint32_t>& to) {
  for (const std::uint32_t offset : offsets) {
    to.push_back(offset + static_cast<std::uint32_t>(shift));
  }
}

void append_passage(const Passage& from, Passage& to) {
  append_shifted(from.link_lines, to.text.size(), to.link_lines);
  append_shifted(from.code_ranges, to.text.size(), to.code_ranges);
  const auto shift = static_cast<std::uint32_t>(to.text.size());
  for (const DefinedTerm& term : from.terms) to.terms.push_back({term.begin + shift, term.end + shift});
  to.text += from.text;
}

Extent extent_of(std::uint32_t region) {
  if (region == 0) return Extent::kWhole;
  return region == html_style::kMarked ? Extent::kMarked : Extent::kMain;
}

// The first heading of the highest level that the page has.
std::string_view first_heading(const Document& document) {
  const Passage* best = nullptr;
  for (const Passage& passage : document.passages) {
    if (passage.heading.empty()) continue;
    if (best == nullptr || passage.level < best->level) best = &passage;
  }
  return best == nullptr ? std::string_view() : best->heading;
}

}  // namespace

std::string_view HtmlPage::skip_reason() const {
  if (options_.skip_noindex && metadata_.is_noindex()) return "noindex";
  if (options_.skip_redirects && targets_.leads_away(metadata_.redirect())) return "redirect";
  if (options_.skip_canonical && targets_.is_elsewhere(metadata_.canonical())) {
    return "canonical elsewhere";
  }
  return {};
}

Document HtmlPage::take() {
  Document document;
  document.id = path_;
  document.url = percent_encode_path(path_);
  take_passages(document);
  take_title(document);
  document.metadata = metadata_.take();
  take_links(document);
  if (options_.skip_canonical) {
    document.canonical = targets_.unclear_canonical(metadata_.canonical());
  }
  return document;
}

// The region that stands for the page: the first that has text.
std::uint32_t HtmlPage::chosen_region(const std::vector<PassageDraft>& drafts) const {
  for (const std::uint32_t region :
       {html_style::kMarked, html_style::kMain, html_style::kArticle}) {
    if (region != html_style::kMarked && !options_.main_only) continue;
    const bool found = std::any_of(drafts.begin(), drafts.end(), [region](const PassageDraft& d) {
      return d.style.has(region) && has_text(d);
    });
    if (found) return region;
  }
  return 0;
}

void HtmlPage::take_passages(Document& document) {
  std::vector<PassageDraft> drafts = passages_.take();
  region_ = chosen_region(drafts);
  document.extent = extent_of(region_);
  std::erase_if(drafts, [this](const PassageDraft& draft) {
    return (region_ != 0 && !draft.style.has(region_)) ||
           (draft.heading.empty() && !has_text(draft));
  });
  take_language(drafts, document);
  const PassageDraft* before = nullptr;
  for (PassageDraft& draft : drafts) {
    Passage passage = make_passage(draft);
    if (before != nullptr && goes_on(draft, *before)) {
      append_passage(passage, document.passages.back());
      continue;
    }
    before = &draft;
    if (draft.style.language >= 0) {
      const std::string& language = languages_[static_cast<std::size_t>(draft.style.language)];
      if (language != document.language) passage.language = language;
    }
    document.passages.push_back(std::move(passage));
  }
}

// The language of most of the text.
void HtmlPage::take_language(std::vector<PassageDraft>& drafts, Document& document) const {
  std::vector<std::size_t> sizes(languages_.size());
  std::size_t unknown = 0;
  for (const PassageDraft& draft : drafts) {
    const std::size_t size = draft.text.size() + draft.heading.size();
    const auto language = draft.style.language;
    (language < 0 ? unknown : sizes[static_cast<std::size_t>(language)]) += size;
  }
  const auto most = std::max_element(sizes.begin(), sizes.end());
  if (most != sizes.end() && *most > unknown) {
    document.language = languages_[static_cast<std::size_t>(most - sizes.begin())];
  } else {
    document.language = metadata_.language();
  }
}

// Navigation says the same many times: a page counts once for each text of a link.
void HtmlPage::take_links(Document& document) {
  std::vector<PageLink> links = links_.take();
  std::unordered_set<std::uint64_t> seen;
  seen.reserve(links.size());
  for (PageLink& link : links) {
    if (region_ != 0 && (link.bits & region_) == 0) continue;
    if (!targets_.may_lead_inside(link.href)) continue;
    std::string text = on_one_line(link.text);
    if (text.empty()) text = on_one_line(link.image_text);
    const std::hash<std::string_view> hash;
    if (!seen.insert(hash(link.href) * 31 + hash(text)).second) continue;
    auto target = targets_.target(decode_attribute(link.href));
    if (target) document.links.push_back({std::move(*target), std::move(text)});
  }
}

void HtmlPage::take_title(Document& document) {
  document.title = metadata_.own_title();
  if (document.title.empty()) document.title = title_.take();
  if (document.title.empty()) document.title = metadata_.foreign_title();
  if (document.title.empty()) document.title = first_heading(document);
  if (document.title.empty()) document.title = file_name(path_);
  if (document.title.empty()) document.title = path_;
}

}  // namespace catchword
