// A line break is the author's own where the next word would still have fitted. Verse, tables and
// code break far from the width, start each line with a capital, or indent by meaning.
#include "document/text/blocks.h"

#include <algorithm>
#include <set>

#include "base/ascii.h"
#include "document/text_strings.h"
#include "document/utf8.h"

namespace catchword {
namespace {

using Lines = std::vector<TextLine>;

constexpr size_t kMaxWidth = 120;      ///< longer lines were not wrapped by hand
constexpr size_t kMinWidth = 40;       ///< nor to less than this
constexpr size_t kVerseWidth = 60;     ///< prose is rarely wrapped more narrowly
constexpr std::string_view kUnderlines = "=-~^\"*#+_";
constexpr std::string_view kBullets[] = {"- ", "* ", "+ ", "o ", "• ", "· ", "– ", "— ", "‣ "};

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }

size_t width_of(const TextLine& line) { return line.indent + utf8_length(line.text); }

/// Han, Kana and their punctuation, which are written without spaces.
bool is_spaceless(char32_t c) { return c >= 0x2E80 && !(c >= 0xAC00 && c < 0xD7B0) && c < 0x30000; }

bool begins_spaceless(std::string_view text) {
  size_t offset = 0;
  return !text.empty() && is_spaceless(next_code_point(text, offset));
}

bool ends_spaceless(std::string_view text) {
  size_t at = text.size();
  while (at > 0 && (static_cast<unsigned char>(text[--at]) & 0xC0) == 0x80) {
  }
  return begins_spaceless(text.substr(at));
}

size_t first_word_length(const TextLine& line) {
  if (begins_spaceless(line.text)) return 1;
  return utf8_length(line.text.substr(0, line.text.find(' ')));
}

bool is_underline(const TextLine& line) {
  if (line.text.size() < 3) return false;
  const char mark = line.text.front();
  return kUnderlines.find(mark) != std::string_view::npos &&
         line.text.find_first_not_of(mark) == std::string_view::npos;
}

/// Whether `below` underlines `above`: about as long, and `above` is words.
bool underlines(const TextLine& above, const TextLine& below) {
  if (!is_underline(below) || is_underline(above)) return false;
  const size_t length = utf8_length(above.text);
  const bool long_enough = below.text.size() * 2 >= length || below.text.front() == '=';
  return length <= kMaxWidth && long_enough && below.text.size() <= length + 12 &&
         above.text.find("  ") == std::string_view::npos && !begins_item(above.text);
}

/// Three or more spaces inside a line: a column's edge.
bool has_columns(const TextLine& line) { return line.text.find("   ") != std::string_view::npos; }

/// "Scope ......... 12" or "Scope . . . . 12": a line of a table of contents.
bool has_leader(const TextLine& line) {
  return line.text.find(".....") != std::string_view::npos ||
         line.text.find(". . . .") != std::string_view::npos;
}

/// The kinds of a line's first characters: "2024-03" and "1999-12" begin alike.
std::string prefix_kind(const TextLine& line) {
  constexpr size_t kPrefix = 5;
  std::string kind(line.text.substr(0, kPrefix));
  for (char& c : kind) {
    if (is_digit(c)) c = '0';
    else if (is_upper(c) || is_lower(c) || static_cast<unsigned char>(c) >= 0x80) c = 'a';
  }
  return kind;
}

/// Records begin alike, and not with a mere word: "2024-03-01 ...", "[12:30] ...".
bool are_records(const Lines& lines) {
  const std::string kind = prefix_kind(lines.front());
  return kind.find_first_not_of("a ") < 2 &&
         std::all_of(lines.begin(), lines.end(),
                     [&](auto& line) { return prefix_kind(line) == kind; });
}

template <class Test>
bool at_least(const Lines& lines, size_t percent, Test test) {
  const auto count = static_cast<size_t>(std::count_if(lines.begin(), lines.end(), test));
  return count * 100 >= percent * lines.size();
}

/// Whether lines past the first stand at different columns.
bool indents_by_meaning(const Lines& lines) {
  std::set<size_t> columns;
  for (size_t i = 1; i < lines.size(); ++i) columns.insert(lines[i].indent);
  return columns.size() > 1;
}

/// How many of a block's breaks stand where the next word would not have fitted in `width`.
size_t filled_breaks(const Lines& lines, size_t width) {
  size_t filled = 0;
  for (size_t i = 0; i + 1 < lines.size(); ++i) {
    filled += lines[i + 1].runs_on || width_of(lines[i]) + 1 + first_word_length(lines[i + 1]) > width;
  }
  return filled;
}

/// How many lines past the first begin with a character that `test` accepts.
template <class Test>
size_t count_starts(const Lines& lines, Test test) {
  return static_cast<size_t>(std::count_if(lines.begin() + 1, lines.end(), [&](auto& line) {
    return test(line.text.front());
  }));
}

/// `width`: of the file's wrapped lines.
bool is_wrapped_prose(const Lines& lines, size_t width) {
  const size_t breaks = lines.size() - 1;
  const size_t lower = count_starts(lines, is_lower);
  const size_t upper = count_starts(lines, is_upper);
  const bool narrow = width < kVerseWidth;
  if (narrow && upper == breaks && breaks > 1) return false;
  if (narrow) return filled_breaks(lines, width) * 10 >= breaks * 7;
  const size_t slack = lower * 2 >= breaks ? width * 7 / 10 : width * 9 / 10;
  return filled_breaks(lines, slack) * 10 >= breaks * 7;
}

BlockShape shape_of(const Lines& lines, size_t width) {
  if (lines.size() == 1) return BlockShape::kProse;
  if (at_least(lines, 40, has_leader) || are_records(lines)) return BlockShape::kLines;
  if (begins_item(lines.front().text)) return BlockShape::kList;
  if (at_least(lines, 40, [](auto& line) { return looks_like_code(line.text); }) ||
      at_least(lines, 40, has_columns) || indents_by_meaning(lines)) {
    return BlockShape::kLines;
  }
  return is_wrapped_prose(lines, width) ? BlockShape::kProse : BlockShape::kLines;
}

/// The width to which the file's author wrapped: what nine in ten of the lines inside blocks reach
/// at most.
size_t wrap_width(const std::vector<TextBlock>& blocks) {
  std::vector<size_t> widths;
  for (const TextBlock& block : blocks) {
    for (size_t i = 0; i + 1 < block.lines.size(); ++i) {
      const size_t width = width_of(block.lines[i]);
      if (width <= kMaxWidth) widths.push_back(width);
    }
  }
  if (widths.empty()) return kMinWidth;
  const auto place = widths.begin() + static_cast<std::ptrdiff_t>(widths.size() * 9 / 10);
  std::nth_element(widths.begin(), place, widths.end());
  return std::max(*place, kMinWidth);
}

/// Moves a heading with its underline (and overline) from the front of `lines` to `blocks`.
bool take_underlined(Lines& lines, std::vector<TextBlock>& blocks) {
  const bool over = lines.size() > 2 && is_underline(lines[0]) && underlines(lines[1], lines[2]);
  const size_t heading = over ? 1 : 0;
  if (lines.size() < heading + 2 || !underlines(lines[heading], lines[heading + 1])) return false;
  blocks.push_back({{lines[heading]}, BlockShape::kUnderlined, lines[heading + 1].text.front(), false, false});
  lines.erase(lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(heading) + 2);
  return true;
}

void close_block(Lines& lines, std::vector<TextBlock>& blocks) {
  if (lines.empty()) return;
  take_underlined(lines, blocks);
  if (!lines.empty()) blocks.push_back({std::move(lines), BlockShape::kProse, '\0', false, false});
  lines.clear();
}

std::string joined_prose(const Lines& lines) {
  std::string text;
  for (const TextLine& line : lines) {
    const bool together = ends_spaceless(text) && begins_spaceless(line.text);
    if (!text.empty() && !together) text += ' ';
    text += collapse_white_space(line.text);
  }
  return text;
}

std::string list_text(const Lines& lines) {
  std::string text;
  for (const TextLine& line : lines) {
    if (!text.empty()) text += begins_item(line.text) ? '\n' : ' ';
    text += collapse_white_space(line.text);
  }
  return text;
}

std::string lines_text(const Lines& lines) {
  constexpr size_t kMaxIndent = 40;  // centred lines keep a hint of it only
  size_t least = lines.front().indent;
  for (const TextLine& line : lines) least = std::min(least, line.indent);
  std::string text;
  for (const TextLine& line : lines) {
    if (!text.empty()) text += '\n';
    text.append(std::min(line.indent - least, kMaxIndent), ' ').append(line.text);
  }
  return text;
}

/// "12." or "b)" or "(iv)" at the front of `line`.
bool begins_numbered_item(std::string_view line) {
  const bool paren = line.starts_with('(');
  if (paren) line.remove_prefix(1);
  size_t size = 0;
  while (size < line.size() && size < 3 && is_digit(line[size])) ++size;
  if (size == 0 && !line.empty() && is_lower(line[0])) size = 1;
  if (size == 0 || line.size() - size < 2 || line[size + 1] != ' ') return false;
  return line[size] == ')' || (!paren && line[size] == '.');
}

/// "> > text" -> "text"; the indentation becomes that of the quotation.
void drop_quote_marks(Lines& lines) {
  for (TextLine& line : lines) {
    while (line.text.starts_with('>')) line.text = trim(line.text.substr(1));
  }
  std::erase_if(lines, [](auto& line) { return line.blank(); });
}

bool is_quotation(const Lines& lines) {
  return std::all_of(lines.begin(), lines.end(), [](auto& line) {
    return line.text.starts_with('>') && !line.text.starts_with(">>> ");
  });
}

/// A mail's quotation has blank lines of its own (">"), which part its paragraphs.
void close_lines(Lines& lines, std::vector<TextBlock>& blocks) {
  if (lines.empty() || !is_quotation(lines)) return close_block(lines, blocks);
  Lines part;
  for (const TextLine& line : lines) {
    const bool parts = line.text.find_first_not_of("> ") == std::string_view::npos;
    if (!parts) part.push_back(line);
    if (!parts && &line != &lines.back()) continue;
    drop_quote_marks(part);
    const size_t first = blocks.size();
    close_block(part, blocks);
    for (size_t i = first; i < blocks.size(); ++i) blocks[i].quoted = true;
  }
  lines.clear();
}

/// A fence of a block of code: "```", or a rule that opens below a blank line and comes again.
bool is_fence(std::string_view line) {
  constexpr std::string_view kMarks = "`~-.+";
  return line.size() >= 3 && kMarks.find(line[0]) != std::string_view::npos &&
         (line[0] == '`' ? line.starts_with("```")
                         : line.find_first_not_of(line[0]) == std::string_view::npos);
}

/// Whether the lines from `i` are a heading between two rules rather than a line of code.
bool is_overlined_heading(const Lines& lines, size_t i) {
  return lines.size() - i > 2 && underlines(lines[i + 1], lines[i + 2]) &&
         lines[i + 1].indent + utf8_length(lines[i + 1].text) + 4 > lines[i].text.size() &&
         !looks_like_code(lines[i + 1].text);
}

/// The line that closes the fence at `open`, or `open` when none does. Looks ahead a fixed number
/// of lines, so that a file of rules takes linear time.
size_t closing_fence(const Lines& lines, size_t open) {
  constexpr size_t kMaxFenced = 300;
  const std::string_view fence = lines[open].text;
  const std::string_view closing = fence[0] == '`' ? fence.substr(0, fence.find_first_not_of('`')) : fence;
  const size_t end = std::min(lines.size(), open + kMaxFenced);
  for (size_t i = open + 1; i < end; ++i) {
    if (lines[i].text == closing) return i;
  }
  return open;
}

/// Goes through the lines of a file and closes a block at each blank one.
class BlockMaker {
 public:
  explicit BlockMaker(const Lines& lines) : lines_(lines) {}

  std::vector<TextBlock> make() {
    for (size_t i = 0; i < lines_.size(); ++i) {
      if (opens_fence(i)) i = take_fenced(i);
      else if (lines_[i].blank()) close_lines(open_, blocks_);
      else if (is_heading_inside(i)) take_heading_inside(lines_[i]);
      else open_.push_back(lines_[i]);
    }
    close_lines(open_, blocks_);
    shape_blocks();
    return std::move(blocks_);
  }

 private:
  [[nodiscard]] bool opens_fence(size_t i) const {
    if (!is_fence(lines_[i].text)) return false;
    const bool below_text = !open_.empty() && lines_[i].text.front() != '`';
    return !below_text && i + 1 < lines_.size() && !lines_[i + 1].blank() &&
           !is_overlined_heading(lines_, i);
  }

  /// A heading and its underline that no blank line parts from the text before.
  [[nodiscard]] bool is_heading_inside(size_t i) const {
    if (open_.size() < 2 || !underlines(open_.back(), lines_[i])) return false;
    constexpr std::string_view kStops = ".,;:";
    const std::string_view above = open_.back().text;
    return !is_underline(open_[open_.size() - 2]) && !is_lower(above.front()) &&
           kStops.find(above.back()) == std::string_view::npos && !looks_like_code(above);
  }

  void take_heading_inside(const TextLine& underline) {
    const TextLine heading = open_.back();
    open_.pop_back();
    close_lines(open_, blocks_);
    open_ = {heading, underline};
    take_underlined(open_, blocks_);
  }

  /// Returns the last line taken.
  size_t take_fenced(size_t open) {
    const size_t close = closing_fence(lines_, open);
    close_lines(open_, blocks_);
    if (close == open) return open;
    TextBlock block;
    for (size_t i = open + 1; i < close; ++i) {
      if (!lines_[i].blank()) block.lines.push_back(lines_[i]);
    }
    block.fenced = true;
    if (!block.lines.empty()) blocks_.push_back(std::move(block));
    return close;
  }

  void shape_blocks() {
    const size_t width = wrap_width(blocks_);
    for (TextBlock& block : blocks_) {
      if (block.fenced) block.shape = BlockShape::kLines;
      else if (block.shape != BlockShape::kUnderlined) block.shape = shape_of(block.lines, width);
    }
  }

  const Lines& lines_;
  Lines open_;
  std::vector<TextBlock> blocks_;
};

}  // namespace

bool begins_item(std::string_view line) {
  return std::any_of(std::begin(kBullets), std::end(kBullets),
                     [&](std::string_view bullet) { return line.starts_with(bullet); }) ||
         begins_numbered_item(line);
}

bool looks_like_code(std::string_view line) {
  static constexpr std::string_view kStarts[] = {"#include", "#define", "#!",     "//",      "/*",
                                                 "$ ",       "def ",    "import ", "return ", "</",
                                                 "<?",       ">>> ",    "public ", "static ", "#if"};
  static constexpr std::string_view kEnds[] = {";", "{", "}", "};", "):", "*/", "</", "\\"};
  return std::any_of(std::begin(kStarts), std::end(kStarts),
                     [&](std::string_view start) { return line.starts_with(start); }) ||
         std::any_of(std::begin(kEnds), std::end(kEnds),
                     [&](std::string_view end) { return line.ends_with(end); });
}

std::vector<TextBlock> make_text_blocks(const std::vector<TextLine>& lines) {
  return BlockMaker(lines).make();
}

std::string block_text(const TextBlock& block) {
  switch (block.shape) {
    case BlockShape::kList: return list_text(block.lines);
    case BlockShape::kLines: return lines_text(block.lines);
    case BlockShape::kProse:
    case BlockShape::kUnderlined: break;
  }
  return joined_prose(block.lines);
}

}  // namespace catchword
