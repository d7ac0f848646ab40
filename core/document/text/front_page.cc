// Goes down the first blocks as a reader would: header lines, or a note, the title, who wrote it,
// where and when. Stops at the first block that is none of these.
#include "document/text/front_page.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "document/text/header_lines.h"
#include "document/text/headings.h"
#include "document/text/names.h"
#include "document/text/origin.h"
#include "document/text_strings.h"
#include "document/utf8.h"

namespace catchword {
namespace {

constexpr size_t kMaxTitleLines = 3;
constexpr size_t kMaxTitle = 200;      ///< characters of the whole title
constexpr size_t kMaxTitleLine = 100;
constexpr size_t kMaxLoneTitle = 80;   ///< of a single line that is not in title case
constexpr size_t kMaxNote = 400;
constexpr size_t kFrontBlocks = 6;     ///< how far down front matter is looked for

bool ends_like_text(std::string_view line) {
  static constexpr std::string_view kEnds[] = {",", ";", ":", "。", "，", "：", "；", "|", ".\"", ".”", "。」"};
  const bool stop = line.ends_with('.') && !line.ends_with("...");
  return stop || std::any_of(std::begin(kEnds), std::end(kEnds),
                             [&](std::string_view end) { return line.ends_with(end); });
}

bool starts_lower(std::string_view line) { return line[0] >= 'a' && line[0] <= 'z'; }

/// A row of a table, a log or a CSV file.
bool looks_like_record(std::string_view line) {
  return std::count(line.begin(), line.end(), ',') > 2 || line.find('\t') != std::string_view::npos ||
         line.find("   ") != std::string_view::npos || line.find(" | ") != std::string_view::npos;
}

bool can_be_title_line(std::string_view line) {
  return utf8_length(line) <= kMaxTitleLine && !looks_like_record(line) && !looks_like_code(line) &&
         !begins_item(line);
}

bool is_title(const TextBlock& block) {
  if (block.shape == BlockShape::kUnderlined) return true;
  if (block.lines.size() > kMaxTitleLines || block.shape == BlockShape::kList) return false;
  for (const TextLine& line : block.lines) {
    if (!can_be_title_line(line.text)) return false;
  }
  std::string text;
  for (const TextLine& line : block.lines) text.append(line.text).append(" ");
  text = collapse_white_space(text);
  if (ends_like_text(text) || starts_lower(text) || utf8_length(text) > kMaxTitle) return false;
  if (is_title_case(text) || is_all_capitals(text)) return true;
  return block.lines.size() == 1 && utf8_length(text) <= kMaxLoneTitle;
}

std::string title_of(const TextBlock& block) {
  std::string title;
  for (const TextLine& line : block.lines) title.append(line.text).append(" ");
  title = collapse_white_space(title);
  const size_t marks = std::min(title.find_first_not_of('#'), title.size());
  return marks > 0 && marks <= 6 && title.substr(marks, 1) == " " ? title.substr(marks + 1) : title;
}

/// What stands between the first quotation marks of `text`, without a final stop.
std::string quoted(std::string_view text) {
  static constexpr std::pair<std::string_view, std::string_view> kQuotes[] = {
      {"\"", "\""}, {"“", "”"}, {"«", "»"}, {"「", "」"}, {"《", "》"}};
  for (const auto& [open, close] : kQuotes) {
    const size_t begin = text.find(open);
    if (begin == std::string_view::npos) continue;
    const std::string_view inside = text.substr(begin + open.size());
    const size_t end = inside.find(close);
    if (end == std::string_view::npos) continue;
    std::string value(inside.substr(0, end));
    while (value.ends_with('.') || value.ends_with(',')) value.pop_back();
    return value;
  }
  return {};
}

/// The line that names the authors.
struct Byline {
  std::string names;
  std::string office;   ///< "Ann Lee, Professor of ..." has it in the same line
  bool marked = false;  ///< "By ...", or with an address: more than a line that looks like a name
};

bool is_office(std::string_view text) { return looks_like_office(text) && !text.ends_with('.'); }

Byline parse_byline_line(std::string line) {
  Byline byline;
  if (ascii_lower(line).starts_with("by ")) {
    line.erase(0, 3);
    byline.marked = !line.ends_with('.');
  }
  if (const size_t address = line.find(" <"); address != std::string::npos &&
                                              line.find('@', address) != std::string::npos) {
    line.resize(address);
    byline.marked = true;
  }
  if (const size_t comma = line.find(", ");
      comma != std::string::npos && is_office(std::string_view(line).substr(comma + 2))) {
    byline.office = line.substr(comma + 2);
    line.resize(comma);
  }
  byline.names = collapse_white_space(line);
  return byline;
}

class FrontPageReader {
 public:
  explicit FrontPageReader(const std::vector<TextBlock>& blocks) : blocks_(blocks) {
    page_.taken.resize(blocks.size());
    page_.no_heading.resize(blocks.size());
  }

  TextFrontPage read() {
    if (blocks_.size() < 2) return std::move(page_);
    read_source_line();
    if (!read_header_lines()) {
      skip_masthead();
      read_note();
      if (read_title()) read_below_title();
    }
    read_leading_dateline();
    return std::move(page_);
  }

 private:
  [[nodiscard]] bool at_end() const { return next_ >= blocks_.size() || next_ >= kFrontBlocks; }
  [[nodiscard]] const TextBlock& block() const { return blocks_[next_]; }
  [[nodiscard]] std::string line() const { return collapse_white_space(block().lines[0].text); }

  void take() { page_.taken[next_++] = true; }
  void keep() { page_.no_heading[next_++] = true; }

  void read_source_line() {
    const TextBlock& last = blocks_.back();
    if (last.lines.size() > 2) return;
    const std::optional<TextOrigin> origin = parse_source_line(block_text(last));
    if (!origin) return;
    origin->add_to(page_.metadata);
    has_origin_ = true;
  }

  /// "Subject: ..." and the like, in the first block or below one that introduces it.
  bool read_header_lines() {
    for (size_t i = 0; i < std::min<size_t>(3, blocks_.size()); ++i) {
      std::optional<HeaderLines> header = parse_header_lines(blocks_[i]);
      if (!header) continue;
      page_.title = std::move(header->title);
      page_.metadata.add_missing(header->metadata);
      page_.taken[i] = true;
      std::fill_n(page_.no_heading.begin(), i, true);
      next_ = i + 1;
      return !page_.title.empty();
    }
    return false;
  }

  /// Two columns of a memo's head: "Working Group          J. Doe".
  void skip_masthead() {
    if (at_end()) return;
    const auto& lines = block().lines;
    const auto columns = std::count_if(lines.begin(), lines.end(), [](auto& line) {
      return line.text.find("    ") != std::string_view::npos;
    });
    if (lines.size() < 2 || columns * 2 < static_cast<std::ptrdiff_t>(lines.size())) return;
    keep();
    has_masthead_ = true;
  }

  /// A sentence above the title that says what series the text belongs to.
  void read_note() {
    if (next_ + 1 >= blocks_.size() || !is_title(blocks_[next_ + 1])) return;
    const std::string text = block_text(block());
    const bool is_sentence = text.size() <= kMaxNote && text.size() > 20 && !is_title(block()) && ends_like_text(text);
    if (!is_sentence || ascii_lower(text).find("series") == std::string::npos) return;
    const std::string name = quoted(text);
    page_.metadata.add("series", name.empty() ? text : name);
    keep();
  }

  bool read_title() {
    if (at_end() || next_ + 1 >= blocks_.size() || !is_title(block())) return false;
    if (begins_with_number(block().lines[0].text) && has_numbered_block_below()) return false;
    page_.title = title_of(block());
    take();
    return true;
  }

  /// "I. The Mole" is no title where "II. The Lamp" follows.
  [[nodiscard]] bool has_numbered_block_below() const {
    return std::any_of(blocks_.begin() + static_cast<std::ptrdiff_t>(next_) + 1, blocks_.end(),
                       [](auto& block) { return begins_with_number(block.lines[0].text); });
  }

  void read_below_title() {
    while (!at_end() && (read_byline() || read_dateline())) {
    }
  }

  bool read_byline() {
    if (has_byline_ || block().lines.size() > 3 || next_ + 1 >= blocks_.size()) return false;
    Byline byline = parse_byline_line(line());
    const std::string below = lines_below();
    if (byline.office.empty() && is_office(below)) byline.office = below;
    const std::optional<TextOrigin> origin = parse_dateline(below);
    if (!below.empty() && byline.office != below && !origin) return false;
    const bool evidence = byline.marked || !byline.office.empty() || origin || has_other_evidence();
    const bool is_name = looks_like_name(byline.names) || split_names(byline.names).size() > 1;
    if (!evidence || !(is_name || (byline.marked && byline.names.size() <= 60))) return false;
    for (const std::string& name : split_names(byline.names)) page_.metadata.add("author", name);
    page_.metadata.add("office", byline.office);
    has_byline_ = true;
    if (origin) {
      add_origin(*origin);
      keep();  // the date as it is written stands nowhere else
    } else {
      take();
    }
    return true;
  }

  /// The lines of the block below its first, joined.
  [[nodiscard]] std::string lines_below() const {
    std::string text;
    for (size_t i = 1; i < block().lines.size(); ++i) text.append(block().lines[i].text).append(" ");
    return collapse_white_space(text);
  }

  /// A bare name is one when the text is an article: it has a source line, or a date below.
  [[nodiscard]] bool has_other_evidence() const {
    return has_origin_ || (next_ + 1 < blocks_.size() && blocks_[next_ + 1].lines.size() == 1 &&
                           parse_dateline(blocks_[next_ + 1].lines[0].text).has_value());
  }

  bool read_dateline() {
    if (has_dateline_ || block().lines.size() > 2) return false;
    const std::optional<TextOrigin> origin = parse_dateline(block_text(block()));
    if (!origin) return false;
    add_origin(*origin);
    keep();
    has_dateline_ = true;
    return true;
  }

  void read_leading_dateline() {
    if (has_dateline_ || next_ >= blocks_.size()) return;
    const std::optional<TextOrigin> origin = parse_leading_dateline(block_text(block()));
    if (origin) add_origin(*origin);
  }

  void add_origin(const TextOrigin& origin) {
    MetadataBuilder found;
    origin.add_to(found);
    page_.metadata.add_missing(found.take());
  }

  const std::vector<TextBlock>& blocks_;
  TextFrontPage page_;
  size_t next_ = 0;
  bool has_origin_ = false;
  bool has_masthead_ = false;
  bool has_byline_ = false;
  bool has_dateline_ = false;
};

}  // namespace

TextFrontPage read_text_front_page(const std::vector<TextBlock>& blocks) {
  return FrontPageReader(blocks).read();
}

}  // namespace catchword
