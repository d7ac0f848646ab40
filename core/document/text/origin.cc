// A date is the anchor: what is before, behind and in parentheses has its meaning from its place.
#include "document/text/origin.h"

#include <algorithm>
#include <array>
#include <vector>

#include "document/text/dates.h"
#include "document/text/headings.h"
#include "document/text/names.h"
#include "document/text_strings.h"

namespace catchword {
namespace {

constexpr size_t kMaxLine = 200;      ///< bytes of a line that is no paragraph
constexpr size_t kMaxPlaceWords = 4;

size_t count_words(std::string_view text) {
  return static_cast<size_t>(std::count(text.begin(), text.end(), ' ')) + 1;
}

std::string_view trim_marks(std::string_view text) {
  constexpr std::string_view kMarks = " \t,;.()[]";
  const size_t first = text.find_first_not_of(kMarks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kMarks) - first + 1);
}

bool starts_lower(std::string_view text) { return !text.empty() && text[0] >= 'a' && text[0] <= 'z'; }

/// "Dispatch of the X" -> "X", "from X" -> "X": what a source is called by itself.
std::string_view without_kind_of_report(std::string_view source) {
  static constexpr std::string_view kJoins[] = {" of the ", " from the ", " by the ", " of ", " from ",
                                                " by "};
  static constexpr std::array<std::string_view, 10> kKinds = {
      "dispatch", "report",  "telegram",     "cable",     "article",
      "special",  "release", "announcement", "statement", "despatch"};
  const std::string first = ascii_lower(source.substr(0, source.find(' ')));
  if (std::find(kKinds.begin(), kKinds.end(), first) == kKinds.end()) return source;
  for (const std::string_view join : kJoins) {
    const size_t at = source.find(join);
    if (at != std::string_view::npos) return source.substr(at + join.size());
  }
  return source;
}

std::string_view without_label(std::string_view line) {
  static constexpr std::string_view kLabels[] = {"Source:", "SOURCE:", "From:", "From ",
                                                 "Published in ", "First published in "};
  for (const std::string_view label : kLabels) {
    if (line.starts_with(label)) return trim(line.substr(label.size()));
  }
  return line;
}

std::vector<std::string_view> split_commas(std::string_view text) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    const std::string_view part = trim_marks(take_until(text, ','));
    if (!part.empty()) parts.push_back(part);
  }
  return parts;
}

bool is_place(std::string_view part) {
  return count_words(part) <= kMaxPlaceWords && is_title_case(part) && !looks_like_publisher(part);
}

/// "Agency, Place" or either: the part last before a date is the place when it can be one.
bool read_source_and_place(std::string_view text, TextOrigin& origin) {
  std::vector<std::string_view> parts = split_commas(text);
  if (parts.size() > 3 || std::any_of(parts.begin(), parts.end(), starts_lower)) return false;
  if (!parts.empty() && is_place(parts.back())) {
    origin.place = collapse_white_space(parts.back());
    parts.pop_back();
  }
  if (!parts.empty()) origin.source = collapse_white_space(without_kind_of_report(parts.front()));
  return true;
}

/// "p. 7", "pp. 3-4", "page 12" anywhere in `text`; the number goes to origin.page.
/// Returns `text` without it.
std::string take_page(std::string_view text, TextOrigin& origin) {
  static constexpr std::string_view kLabels[] = {"pp.", "p.", "page ", "Page "};
  for (const std::string_view label : kLabels) {
    const size_t at = text.find(label);
    if (at == std::string_view::npos || (at > 0 && text[at - 1] != ' ' && text[at - 1] != '(')) continue;
    std::string_view rest = trim(text.substr(at + label.size()));
    const size_t size = std::min(rest.find_first_not_of("0123456789-"), rest.size());
    if (size == 0) continue;
    origin.page = std::string(rest.substr(0, size));
    return std::string(text.substr(0, at)) + ' ' + std::string(rest.substr(size));
  }
  return std::string(text);
}

/// "(Reporter: Ann Lee)" -> role and author.
void read_person(std::string_view text, TextOrigin& origin) {
  text = trim_marks(text);
  const size_t colon = text.find(':');
  if (colon == std::string_view::npos) return;
  const std::string_view name = trim(text.substr(colon + 1));
  if (!looks_like_name(name)) return;
  origin.author = collapse_white_space(name);
  origin.role = ascii_lower(trim(text.substr(0, colon)));
}

bool is_line(std::string_view line) { return !line.empty() && line.size() <= kMaxLine; }

/// Whether nothing but punctuation is in `text`.
bool is_empty_rest(std::string_view text) { return trim_marks(text).empty(); }

/// The inside of the parentheses that end `line`, which loses them.
std::string_view take_final_parentheses(std::string_view& line) {
  const size_t open = line.rfind('(');
  if (open == std::string_view::npos || !(line.ends_with(')') || line.ends_with(")."))) return {};
  const std::string_view inside = trim_marks(line.substr(open));
  line = trim(line.substr(0, open));
  return inside;
}

}  // namespace

void TextOrigin::add_to(MetadataBuilder& metadata) const {
  metadata.add("author", author);
  metadata.add("role", role);
  metadata.add("source", source);
  metadata.add("place", place);
  metadata.add("page", page);
  metadata.add("date", date);
}

std::optional<TextOrigin> parse_dateline(std::string_view line) {
  line = trim(line);
  if (!is_line(line)) return std::nullopt;
  const std::optional<FoundDate> date = find_date(line);
  if (!date) return std::nullopt;
  TextOrigin origin;
  origin.date = date->iso;
  const std::string_view after = trim(line.substr(date->end));
  if (after.starts_with('(')) read_person(after, origin);
  const bool ends = is_empty_rest(after) || !origin.author.empty();
  if (!ends || !read_source_and_place(line.substr(0, date->begin), origin)) return std::nullopt;
  return origin;
}

std::optional<TextOrigin> parse_source_line(std::string_view line) {
  line = trim(line);
  if (!is_line(line)) return std::nullopt;
  const std::string_view labelled = without_label(line);
  const bool has_label = labelled.size() != line.size();
  std::string_view name = labelled;
  const std::string_view inside = take_final_parentheses(name);
  if (inside.empty() && !has_label) return std::nullopt;
  TextOrigin origin;
  const std::string rest = take_page(inside.empty() || name.empty() ? trim_marks(labelled) : inside, origin);
  const std::optional<FoundDate> date = find_date(rest);
  if (!date || !is_empty_rest(std::string_view(rest).substr(date->end))) return std::nullopt;
  origin.date = date->iso;
  const std::string_view before = trim_marks(std::string_view(rest).substr(0, date->begin));
  if (inside.empty() || name.empty()) name = before;
  else if (!before.empty()) return std::nullopt;
  if (name.empty() || name.size() > 80 || !is_title_case(name)) return std::nullopt;
  origin.source = collapse_white_space(trim_marks(name));
  return origin;
}

std::optional<TextOrigin> parse_leading_dateline(std::string_view paragraph) {
  static constexpr std::string_view kDashes[] = {" -- ", " — ", " – ", " - "};
  size_t end = std::string_view::npos;
  for (const std::string_view dash : kDashes) end = std::min(end, paragraph.find(dash));
  if (end == std::string_view::npos || end > 80) return std::nullopt;
  std::string_view line = trim(paragraph.substr(0, end));
  TextOrigin origin;
  origin.source = collapse_white_space(take_final_parentheses(line));
  const std::string_view place = trim(line.substr(0, line.find(',')));
  if (!is_all_capitals(place) || count_words(place) > 3) return std::nullopt;
  const std::optional<FoundDate> date = find_date(line);
  if (date) origin.date = date->iso;
  if (!date && origin.source.empty()) return std::nullopt;
  origin.place = collapse_white_space(place);
  return origin;
}

}  // namespace catchword
