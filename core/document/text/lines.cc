// Pages are cut at form feeds; heads and feet are known by their repetition.
#include "document/text/lines.h"

#include <algorithm>
#include <unordered_map>

#include "document/text_strings.h"

namespace catchword {
namespace {

using Page = std::vector<TextLine>;
using Counts = std::unordered_map<std::string, size_t>;

constexpr size_t kTabColumns = 8;
constexpr size_t kRunningLines = 2;  ///< at most so many at the top, and so many at the foot

TextLine make_line(std::string_view raw) {
  size_t indent = 0;
  for (const char c : raw) {
    if (c == ' ') ++indent;
    else if (c == '\t') indent += kTabColumns - indent % kTabColumns;
    else break;
  }
  return {trim(raw), indent, false};
}

Page make_page(std::string_view text) {
  Page page;
  while (!text.empty()) page.push_back(make_line(take_until(text, '\n')));
  return page;
}

/// Running heads differ by their page number only.
std::string without_numbers(std::string_view line) {
  std::string same = collapse_white_space(line);
  std::replace_if(same.begin(), same.end(), [](char c) { return c >= '0' && c <= '9'; }, '0');
  same.erase(std::unique(same.begin(), same.end(), [](char a, char b) { return a == '0' && b == '0'; }),
             same.end());
  return same;
}

void drop_blank_ends(Page& page) {
  while (!page.empty() && page.back().blank()) page.pop_back();
  const auto first = std::find_if(page.begin(), page.end(), [](auto& line) { return !line.blank(); });
  page.erase(page.begin(), first);
}

Counts count_edges(const std::vector<Page>& pages) {
  Counts counts;
  for (const Page& page : pages) {
    if (page.empty()) continue;
    const size_t depth = std::min(kRunningLines, page.size());
    for (size_t i = 0; i < depth; ++i) ++counts[without_numbers(page[i].text)];
    const size_t first_foot = std::max(depth, page.size() - depth);
    for (size_t i = first_foot; i < page.size(); ++i) ++counts[without_numbers(page[i].text)];
  }
  return counts;
}

/// Left, middle and right part, as paginated memos have it above and below their pages.
bool has_three_parts(std::string_view line) {
  const size_t gap = line.find("   ");
  const size_t middle = line.find_first_not_of(' ', gap);
  return gap != std::string_view::npos && line.find("   ", middle) != std::string_view::npos;
}

void drop_running_lines(std::vector<Page>& pages) {
  const Counts counts = count_edges(pages);
  const auto is_running = [&](const TextLine& line) {
    const auto count = counts.find(without_numbers(line.text));
    return count != counts.end() && (count->second > 1 || has_three_parts(line.text));
  };
  for (Page& page : pages) {
    const bool is_first = &page == &pages.front();  // its top is a title, not a running head
    for (size_t i = 0; i < kRunningLines; ++i) {
      if (!is_first && !page.empty() && is_running(page.front())) page.erase(page.begin());
      if (!page.empty() && is_running(page.back())) page.pop_back();
      drop_blank_ends(page);
    }
  }
}

bool runs_on(const TextLine& last, const TextLine& next) {
  constexpr std::string_view kStops = ".!?:;\")";
  const char first = next.text.front();
  return kStops.find(last.text.back()) == std::string_view::npos && first >= 'a' && first <= 'z';
}

Page join_pages(const std::vector<Page>& pages) {
  Page joined;
  for (const Page& page : pages) {
    if (page.empty()) continue;
    const bool follows = !joined.empty() && runs_on(joined.back(), page.front());
    if (!joined.empty() && !follows) joined.emplace_back();
    const size_t first = joined.size();
    joined.insert(joined.end(), page.begin(), page.end());
    joined[first].runs_on = follows;
  }
  return joined;
}

/// The offset after the escape sequence at `offset`: "ESC [ parameters letter", or ESC alone.
size_t skip_escape(std::string_view text, size_t offset) {
  if (++offset == text.size() || text[offset] != '[') return offset;
  while (++offset < text.size()) {
    if (text[offset] >= '@' && text[offset] <= '~') return offset + 1;
    if (text[offset] == '\n') return offset;
  }
  return offset;
}

void drop_last_character(std::string& text) {
  while (!text.empty() && (static_cast<unsigned char>(text.back()) & 0xC0) == 0x80) text.pop_back();
  if (!text.empty() && text.back() != '\n') text.pop_back();
}

}  // namespace

std::string clean_terminal_text(std::string_view text) {
  std::string clean;
  clean.reserve(text.size());
  for (size_t i = 0; i < text.size();) {
    if (text[i] == '\x1B') {
      i = skip_escape(text, i);
      continue;
    }
    if (text[i] == '\b') drop_last_character(clean);
    else clean += text[i];
    ++i;
  }
  return clean;
}

std::vector<std::vector<TextLine>> split_text_pages(std::string_view text) {
  std::vector<Page> pages;
  while (!text.empty()) {
    pages.push_back(make_page(take_until(text, '\f')));
    drop_blank_ends(pages.back());
  }
  drop_running_lines(pages);
  return pages;
}

std::vector<TextLine> split_text_lines(std::string_view text) {
  if (text.find('\f') == std::string_view::npos) return make_page(text);
  return join_pages(split_text_pages(text));
}

}  // namespace catchword
