// Each rule looks at one line; a second look at the neighbours takes back what is a list.
#include "document/text/headings.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "document/text_strings.h"
#include "document/utf8.h"

namespace catchword {
namespace {

constexpr size_t kMaxHeading = 80;            ///< characters of a short heading
constexpr size_t kMaxSentenceHeading = 300;   ///< of a numbered sentence
constexpr int kMaxLevel = 6;

enum class Rule { kNone, kMarked, kNumbered, kNumberedSentence, kCapitals, kTitleCase };

struct Guess {
  Rule rule = Rule::kNone;
  int level = 0;
};

bool ends_sentence(std::string_view line) {
  static constexpr std::string_view kStops[] = {".", ",", ";", ":", "。", "，", "；", "：", "、"};
  return std::any_of(std::begin(kStops), std::end(kStops),
                     [&](std::string_view stop) { return line.ends_with(stop); });
}

/// Cuts "2.1." (or "IV.", "A.") from the front of `line`; how many numbers it had, 0 for none.
int take_number(std::string_view& line) {
  int depth = 0;
  size_t at = 0;
  while (at < line.size() && is_digit(line[at]) && depth < kMaxLevel) {
    size_t end = at;
    while (end < line.size() && is_digit(line[end])) ++end;
    if (end - at > 3) return 0;
    ++depth;
    at = end;
    if (at < line.size() && line[at] == '.') ++at;
  }
  const bool written_out = at < line.size() && at > 0 && (line[at] == ' ' || line[at] == '\t');
  if (!written_out || (depth == 1 && line[at - 1] != '.')) return 0;
  line = trim(line.substr(at));
  return depth;
}

/// Cuts "IV. " or "B. " from the front.
int take_letter_number(std::string_view& line) {
  const size_t end = line.find(". ");
  if (end == std::string_view::npos || end == 0 || end > 5) return 0;
  const bool roman = line.substr(0, end).find_first_not_of("IVXLC") == std::string_view::npos;
  if (!roman && !(end == 1 && line[0] >= 'A' && line[0] <= 'Z')) return 0;
  line = trim(line.substr(end + 1));
  return 1;
}

/// "Chapter 3", "Appendix A", "Section 2.1: Scope", "PART ONE".
bool begins_with_division(std::string_view line) {
  static constexpr std::array<std::string_view, 6> kDivisions = {"chapter",  "section", "part",
                                                                 "appendix", "article", "annex"};
  const std::string_view word = line.substr(0, line.find(' '));
  if (word.size() == line.size()) return false;
  const char next = line[word.size() + 1];
  const bool numbered = is_digit(next) || (next >= 'A' && next <= 'Z');
  return numbered &&
         std::find(kDivisions.begin(), kDivisions.end(), ascii_lower(word)) != kDivisions.end();
}

/// "第三章 ...", "一、...".
bool begins_with_cjk_number(std::string_view line) {
  static constexpr std::string_view kUnits[] = {"章", "节", "節", "条", "條", "部分", "編"};
  static constexpr std::string_view kNumerals = "一二三四五六七八九十";
  if (line.size() >= 6 && kNumerals.find(line.substr(0, 3)) != std::string_view::npos) {
    const size_t mark = line.find("、");
    if (mark != std::string_view::npos && mark <= 9) return true;
  }
  if (!line.starts_with("第")) return false;
  return std::any_of(std::begin(kUnits), std::end(kUnits), [&](std::string_view unit) {
    const size_t at = line.find(unit);
    return at != std::string_view::npos && at <= 12;
  });
}

int atx_level(std::string_view line) {
  const size_t marks = std::min(line.find_first_not_of('#'), line.size());
  return marks >= 1 && marks <= 6 && marks < line.size() && line[marks] == ' ' ? static_cast<int>(marks)
                                                                              : 0;
}

int underline_level(char mark) {
  if (mark == '=') return 1;
  return mark == '-' ? 2 : 3;
}

/// A command with its prompt or its options.
bool looks_typed(std::string_view line) {
  return line.find("$ ") != std::string_view::npos || line.find(" --") != std::string_view::npos;
}

bool is_short_heading(std::string_view line) {
  return utf8_length(line) <= kMaxHeading && !ends_sentence(line) &&
         line.find("   ") == std::string_view::npos && !looks_like_code(line) && !looks_typed(line);
}

Guess guess_numbered(const TextBlock& block) {
  const std::string text = block_text(block);
  std::string_view rest = text;
  int depth = take_number(rest);
  if (depth == 0) depth = take_letter_number(rest);
  if (depth == 0 || rest.empty()) return {};
  const int level = std::min(depth + 1, kMaxLevel);
  if (is_short_heading(rest) && block.lines.size() <= 2) return {Rule::kNumbered, level};
  if (utf8_length(text) <= kMaxSentenceHeading) return {Rule::kNumberedSentence, level};
  return {};
}

Guess guess(const TextBlock& block) {
  const std::string_view line = block.lines.front().text;
  if (block.shape == BlockShape::kUnderlined) return {Rule::kMarked, underline_level(block.underline)};
  if (block.shape == BlockShape::kLines || block.quoted) return {};
  if (const Guess numbered = guess_numbered(block); numbered.rule != Rule::kNone) return numbered;
  if (block.lines.size() > 1) return {};
  if (const int level = atx_level(line)) return {Rule::kMarked, level};
  if (!is_short_heading(line) || begins_item(line)) return {};
  if (begins_with_division(line) || begins_with_cjk_number(line)) return {Rule::kNumbered, 2};
  if (is_all_capitals(line)) return {Rule::kCapitals, 2};
  if (is_title_case(line) && utf8_length(line) <= 60) return {Rule::kTitleCase, 3};
  return {};
}

/// Numbered blocks of one rule and level that mostly follow each other directly are a list.
bool is_list(const std::vector<Guess>& guesses, const Guess& kind) {
  size_t all = 0;
  size_t adjoining = 0;
  for (size_t i = 0; i < guesses.size(); ++i) {
    if (guesses[i].rule != kind.rule || guesses[i].level != kind.level) continue;
    ++all;
    adjoining += i + 1 == guesses.size() || (guesses[i + 1].rule == kind.rule &&
                                             guesses[i + 1].level == kind.level);
  }
  return adjoining * 2 >= all;
}

/// A lone short line heads what is below it only if that is text, and not less indented.
bool heads_next(const std::vector<TextBlock>& blocks, const std::vector<Guess>& guesses, size_t i) {
  if (i + 1 == blocks.size()) return false;
  const TextBlock& next = blocks[i + 1];
  if (guesses[i].rule != Rule::kTitleCase) return true;
  const bool next_is_text = next.lines.size() > 1 || ends_sentence(next.lines.back().text) ||
                            utf8_length(next.lines.front().text) > kMaxHeading;
  return next_is_text && guesses[i + 1].rule == Rule::kNone &&
         (blocks[i].lines.front().indent <= next.lines.back().indent);
}

void drop_lists(std::vector<Guess>& guesses) {
  for (int level = 2; level <= kMaxLevel; ++level) {
    const Guess kind{Rule::kNumberedSentence, level};
    if (!is_list(guesses, kind)) continue;
    for (Guess& guess : guesses) {
      if (guess.rule == kind.rule && guess.level == level) guess = {};
    }
  }
}

}  // namespace

bool begins_with_number(std::string_view line) {
  return begins_with_division(line) || begins_with_cjk_number(line) || take_number(line) > 0 ||
         take_letter_number(line) > 0;
}

bool is_all_capitals(std::string_view line) {
  size_t upper = 0;
  for (size_t offset = 0; offset < line.size();) {
    const auto c = static_cast<UChar32>(next_code_point(line, offset));
    if (u_islower(c)) return false;
    upper += u_isupper(c) ? 1 : 0;
  }
  return upper >= 3;
}

bool is_title_case(std::string_view line) {
  size_t words = 0;
  size_t capitals = 0;
  bool first = true;
  while (!line.empty()) {
    const std::string_view word = take_until(line, ' ');
    if (word.empty()) continue;
    size_t offset = 0;
    const bool upper = u_isupper(static_cast<UChar32>(next_code_point(word, offset)));
    if (first && !upper) return false;
    if (first || word.size() >= 4) {
      ++words;
      capitals += upper ? 1 : 0;
    }
    first = false;
  }
  return words > 0 && capitals * 10 >= words * 7;
}

std::vector<int> find_headings(const std::vector<TextBlock>& blocks) {
  std::vector<Guess> guesses;
  guesses.reserve(blocks.size());
  for (const TextBlock& block : blocks) guesses.push_back(guess(block));
  drop_lists(guesses);
  std::vector<int> levels(blocks.size(), 0);
  for (size_t i = 0; i < blocks.size(); ++i) {
    if (guesses[i].rule != Rule::kNone && heads_next(blocks, guesses, i)) levels[i] = guesses[i].level;
  }
  return levels;
}

}  // namespace catchword
