// External interface: SiteProfile, remove_boilerplate.
#include "document/boilerplate.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "base/ascii.h"
#include "base/parallel.h"

namespace catchword {
namespace {

enum Seed : std::uint64_t { kLineSeed, kPairSeed, kHeadingSeed, kLinkSeed, kStartSeed, kEndSeed,
                            kTitleSeed };

constexpr std::uint32_t kFewestPages = 5;      // of a site that is looked at at all
constexpr std::uint32_t kFewest = 5;           // pages on which something common stands
constexpr std::size_t kShortestMenu = 3;       // lines
constexpr std::size_t kMenuPart = 60;          // per cent of a menu's bytes that are links

constexpr std::string_view kSeparators[] = {
    " - ",  " | ",  " \u2014 ", " \u2013 ", " \u00B7 ", " \u2022 ", " :: ", ": ",
    " / ",  " \u00BB ", " \u00AB ", " < ", " > ", " \u2212 ", "_", "\uFF5C"};

struct Line {
  std::string_view text;
  std::uint64_t hash = 0;
  bool is_link = false;
  bool is_code = false;
  bool is_dropped = false;
};

std::uint64_t pair_hash(std::uint64_t first, std::uint64_t second) {
  return (first * 0x9E3779B97F4A7C15ull) ^ (second + kPairSeed);
}

// Calls `visit(line, offset)` for each line that is not empty, without its '\n'.
template <class Visit>
void for_each_line(std::string_view text, Visit visit) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    if (end > at) visit(text.substr(at, end - at), at);
    at = end + 1;
  }
}

// Of a line, but for the addresses in it: "Retrieved from https://..." is the same line on every page. Of an address
// alone it is that of the address.
std::uint64_t line_hash(std::string_view line) {
  std::uint64_t hash = kLineSeed;
  for (std::size_t scheme = line.find("://"); scheme != line.npos; scheme = line.find("://")) {
    while (scheme > 0 && is_letter(line[scheme - 1])) --scheme;
    if (scheme == 0) break;
    hash = hash_text(line.substr(0, scheme), hash);
    line.remove_prefix(std::min(line.find_first_of(" \t\"'<>", scheme), line.size()));
  }
  return hash_text(line, hash);
}

std::vector<Line> lines_of(const Passage& passage) {
  std::vector<Line> lines;
  auto link = passage.link_lines.begin();
  std::size_t code = 0;
  for_each_line(passage.text, [&](std::string_view text, std::size_t offset) {
    while (link != passage.link_lines.end() && *link < offset) ++link;
    const bool is_link = link != passage.link_lines.end() && *link == offset;
    const auto& ranges = passage.code_ranges;
    while (code + 1 < ranges.size() && ranges[code + 1] <= offset) code += 2;
    const bool is_code = code < ranges.size() && ranges[code] <= offset + text.size();
    lines.push_back({text, line_hash(text), is_link, is_code, false});
  });
  return lines;
}

std::uint64_t link_hash(const Link& link) {
  return hash_text(link.text, hash_text(link.target, kLinkSeed));
}

std::uint32_t part_of(std::uint32_t pages, std::uint32_t divisor, std::uint32_t fewest) {
  return std::max(fewest, (pages + divisor - 1) / divisor);
}

// Whether the lines are mostly the text of links.
bool is_menu(const Line* begin, const Line* end) {
  if (static_cast<std::size_t>(end - begin) < kShortestMenu) return false;
  std::size_t all = 0;
  std::size_t linked = 0;
  for (const Line* line = begin; line != end; ++line) {
    all += line->text.size();
    if (line->is_link) linked += line->text.size();
  }
  return linked * 100 >= all * kMenuPart;
}

// An example stays whole, however common its lines are.
void drop(Line* begin, Line* end) {
  for (; begin != end; ++begin) begin->is_dropped = !begin->is_code;
}

// Whether a line is worth dropping wherever it stands: a single word may be a cell's value.
bool is_phrase(const Line& line) { return line.is_link || line.text.find(' ') != line.text.npos; }

// Drops the menus in a run of lines that stand together elsewhere too. A run may begin or end
// with text that is common for another reason, so its ends are cut back to links first.
void drop_menu(Line* begin, Line* end) {
  while (begin != end && !begin->is_link) ++begin;
  while (begin != end && !end[-1].is_link) --end;
  if (is_menu(begin, end)) drop(begin, end);
}

std::string kept_text(const std::vector<Line>& lines, std::string_view text) {
  std::string kept;
  kept.reserve(text.size());
  // What lies between two kept lines is kept too: the empty lines of an example.
  std::size_t from = 0;
  for (const Line& line : lines) {
    if (!line.is_dropped) continue;
    const auto begin = static_cast<std::size_t>(line.text.data() - text.data());
    kept += text.substr(from, begin - from);
    from = begin + line.text.size() + 1;
  }
  if (from < text.size()) kept += text.substr(from);
  return kept;
}

std::vector<DefinedTerm> kept_terms(const std::vector<Line>& lines, const Passage& passage) {
  std::vector<DefinedTerm> kept;
  auto term = passage.terms.begin();
  std::uint32_t gone = 0;
  for (const Line& line : lines) {
    const auto begin = static_cast<std::uint32_t>(line.text.data() - passage.text.data());
    while (term != passage.terms.end() && term->begin < begin) ++term;
    if (line.is_dropped) {
      gone += static_cast<std::uint32_t>(line.text.size()) + 1;
    } else if (term != passage.terms.end() && term->begin == begin) {
      kept.push_back({term->begin - gone, term->end - gone});
    }
  }
  return kept;
}

// Calls `visit(begin of the separator, its end)` for each separator in `title`.
template <class Visit>
void for_each_separator(std::string_view title, Visit visit) {
  for (const std::string_view separator : kSeparators) {
    for (std::size_t at = title.find(separator); at != std::string_view::npos;
         at = title.find(separator, at + 1)) {
      visit(at, at + separator.size());
    }
  }
}

}  // namespace

void SiteProfile::add(const Document& document) {
  ++pages_;
  add_title(document.title);
  if (document.extent != Extent::kWhole) return;
  ++whole_pages_;
  add_lines(document);
}

void SiteProfile::add_lines(const Document& document) {
  hashes_.clear();
  for (const Passage& passage : document.passages) {
    if (!passage.heading.empty()) hashes_.push_back(hash_text(passage.heading, kHeadingSeed));
    std::uint64_t before = 0;
    for_each_line(passage.text, [&](std::string_view line, std::size_t) {
      const std::uint64_t hash = line_hash(line);
      hashes_.push_back(hash);
      if (before != 0) hashes_.push_back(pair_hash(before, hash));
      before = hash;
    });
  }
  for (const Link& link : document.links) hashes_.push_back(link_hash(link));
  lines_.add(hashes_, whole_pages_);
}

void SiteProfile::add_title(std::string_view title) {
  titles_.add(hash_text(title, kTitleSeed), pages_);
  for_each_separator(title, [&](std::size_t begin, std::size_t end) {
    titles_.add(hash_text(title.substr(begin), kEndSeed), pages_);
    titles_.add(hash_text(title.substr(0, end), kStartSeed), pages_);
  });
}

SiteProfile SiteProfile::join(std::vector<SiteProfile> parts, unsigned jobs) {
  SiteProfile& site = parts.front();
  for (std::size_t i = 1; i < parts.size(); ++i) {
    site.pages_ += parts[i].pages_;
    site.whole_pages_ += parts[i].whole_pages_;
  }
  parallel_for(HashCounts::kParts, jobs, [&](std::size_t part, unsigned) {
    for (std::size_t i = 1; i < parts.size(); ++i) {
      site.lines_.merge(parts[i].lines_, part);
      site.titles_.merge(parts[i].titles_, part);
    }
    site.lines_.drop_rare(kFewest, part);
    site.titles_.drop_rare(kFewest, part);
  });
  return std::move(site);
}

void SiteProfile::strip(Document& document, StrippedText* taken) const {
  if (pages_ >= kFewestPages) strip_title(document, taken);
  if (document.extent == Extent::kWhole && whole_pages_ >= kFewestPages) {
    std::vector<std::uint64_t> removed;
    std::vector<Passage> kept;
    for (Passage& passage : document.passages) {
      const bool had_text = !passage.text.empty();
      strip_passage(passage, removed, taken);
      if (had_text && passage.text.empty() && is_common_heading(passage)) continue;
      kept.push_back(std::move(passage));
    }
    document.passages = std::move(kept);
    strip_links(document, removed);
  }
  for (Passage& passage : document.passages) {
    passage.link_lines = decltype(passage.link_lines)();  // `= {}` would keep their memory
    passage.code_ranges = decltype(passage.code_ranges)();
  }
}

void SiteProfile::strip_passage(Passage& passage, std::vector<std::uint64_t>& removed,
                                StrippedText* taken) const {
  std::vector<Line> lines = lines_of(passage);
  const std::uint32_t half = part_of(whole_pages_, 2, kFewest);
  const std::uint32_t quarter = part_of(whole_pages_, 4, kFewest);
  Line* const end = lines.data() + lines.size();
  Line* run = lines.data();
  for (Line* line = lines.data(); line != end; ++line) {
    if (is_phrase(*line) && lines_.count(line->hash) >= half) drop(line, line + 1);
    const std::uint32_t together =
        line + 1 == end ? 0 : lines_.count(pair_hash(line->hash, line[1].hash));
    if (together >= quarter) drop(line, line + 2);
    if (together >= kFewest) continue;
    drop_menu(run, line + 1);
    run = line + 1;
  }
  if (std::none_of(lines.begin(), lines.end(), [](const Line& l) { return l.is_dropped; })) return;
  for (const Line& line : lines) {
    if (!line.is_dropped) continue;
    removed.push_back(line.hash);
    if (taken != nullptr) taken->lines.emplace_back(line.text);
  }
  if (!passage.terms.empty()) passage.terms = kept_terms(lines, passage);
  passage.text = kept_text(lines, passage.text);
}

// Links whose line is gone, and those that stand on a quarter of the pages.
void SiteProfile::strip_links(Document& document, std::vector<std::uint64_t>& removed) const {
  std::sort(removed.begin(), removed.end());
  const std::uint32_t quarter = part_of(whole_pages_, 4, kFewest);
  std::erase_if(document.links, [&](const Link& link) {
    return std::binary_search(removed.begin(), removed.end(), line_hash(link.text)) ||
           lines_.count(link_hash(link)) >= quarter;
  });
}

bool SiteProfile::is_common_heading(const Passage& passage) const {
  if (passage.heading.empty()) return true;
  return lines_.count(hash_text(passage.heading, kHeadingSeed)) >=
         part_of(whole_pages_, 4, kFewest);
}

void SiteProfile::strip_title(Document& document, StrippedText* taken) const {
  const std::uint32_t half = part_of(pages_, 2, kFewest);
  const std::string_view title = document.title;
  std::size_t begin = 0;
  std::size_t end = title.size();
  for_each_separator(title, [&](std::size_t at, std::size_t behind) {
    if (titles_.count(hash_text(title.substr(at), kEndSeed)) >= half) end = std::min(end, at);
    if (titles_.count(hash_text(title.substr(0, behind), kStartSeed)) >= half) {
      begin = std::max(begin, behind);
    }
  });
  const bool is_common = titles_.count(hash_text(title, kTitleSeed)) >= half;
  if (is_common || begin >= end) {
    const auto at = std::find_if(document.passages.begin(), document.passages.end(),
                                 [](const Passage& passage) { return !passage.heading.empty(); });
    if (is_common && at != document.passages.end()) document.title = at->heading;
    return;
  }
  if (taken != nullptr) taken->title_part.append(title.substr(0, begin)).append(title.substr(end));
  document.title = std::string(title.substr(begin, end - begin));
}

Status remove_boilerplate(Documents& documents, unsigned jobs) {
  std::vector<SiteProfile> parts(jobs);
  const Status added = documents.visit([&](const Documents::Batch& batch, std::size_t) -> Status {
    parallel_for(batch.size(), jobs, [&](std::size_t i, unsigned worker) { parts[worker].add(batch[i]); });
    return {};
  });
  if (!added) return added;
  const SiteProfile site = SiteProfile::join(std::move(parts), jobs);
  return documents.edit([&](Documents::Batch& batch) -> Status {
    parallel_for(batch.size(), jobs, [&](std::size_t i, unsigned) { site.strip(batch[i]); });
    return {};
  });
}

}  // namespace catchword
