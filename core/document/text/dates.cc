// Words and numbers with their places; a month's name, or a year, decides what its neighbours mean.
#include "document/text/dates.h"

#include <array>
#include <vector>

#include "base/ascii.h"
#include "document/text_strings.h"

namespace catchword {
namespace {

struct Word {
  std::string_view text;
  size_t begin;
  [[nodiscard]] size_t end() const { return begin + text.size(); }
};


/// Runs of letters and runs of digits.
std::vector<Word> words_of(std::string_view line) {
  std::vector<Word> words;
  for (size_t i = 0; i < line.size();) {
    const auto same = is_digit(line[i]) ? is_digit : is_letter;
    size_t end = i;
    while (end < line.size() && same(line[end])) ++end;
    if (end > i) words.push_back({line.substr(i, end - i), i});
    i = end > i ? end : i + 1;
  }
  return words;
}

/// The number that `text` writes when it lies from `low` to `high`; else 0.
int number(std::string_view text, int low, int high) {
  if (text.empty() || text.size() > 4) return 0;
  int value = 0;
  for (const char c : text) {
    if (!is_digit(c)) return 0;
    value = value * 10 + (c - '0');
  }
  return value >= low && value <= high ? value : 0;
}

int year_of(std::string_view text) { return text.size() == 4 ? number(text, 1000, 2999) : 0; }
int day_of(std::string_view text) { return text.size() <= 2 ? number(text, 1, 31) : 0; }

/// 1 to 12 for an English month, whole or shortened to three letters (September to four too).
int month_of(std::string_view word) {
  static constexpr std::array<std::string_view, 12> kMonths = {
      "january", "february", "march",     "april",   "may",      "june",
      "july",    "august",   "september", "october", "november", "december"};
  const std::string name = ascii_lower(word);
  if (name.size() < 3) return 0;
  for (size_t i = 0; i < kMonths.size(); ++i) {
    const bool is_short = name.size() == 3 || name == "sept";
    if (is_short ? kMonths[i].starts_with(name) : kMonths[i] == name) return static_cast<int>(i) + 1;
  }
  return 0;
}

std::string iso(int year, int month, int day) {
  const auto two = [](int value) {
    return std::string("-") + (value < 10 ? "0" : "") + std::to_string(value);
  };
  return std::to_string(year) + two(month) + (day == 0 ? "" : two(day));
}

bool is_ordinal_end(std::string_view word) {
  return word == "st" || word == "nd" || word == "rd" || word == "th";
}

/// The day written before the month at `i` ("11", "11th", "11th of"), and where it begins.
int day_before(const std::vector<Word>& words, size_t i, size_t& begin) {
  if (i > 0 && words[i - 1].text == "of") --i;
  if (i > 0 && is_ordinal_end(words[i - 1].text)) --i;
  const int day = i > 0 ? day_of(words[i - 1].text) : 0;
  if (day > 0) begin = words[i - 1].begin;
  return day;
}

/// "October 11, 2002", "11 October 2002" or "October 2002", whose month is word `i`.
std::optional<FoundDate> date_around_month(const std::vector<Word>& words, size_t i) {
  const int month = month_of(words[i].text);
  if (month == 0) return std::nullopt;
  size_t next = i + 1;
  size_t begin = words[i].begin;
  int day = next < words.size() ? day_of(words[next].text) : 0;
  if (day > 0) ++next;
  if (day > 0 && next < words.size() && is_ordinal_end(words[next].text)) ++next;
  if (day == 0) day = day_before(words, i, begin);
  const int year = next < words.size() ? year_of(words[next].text) : 0;
  if (year == 0) return std::nullopt;
  return FoundDate{iso(year, month, day), begin, words[next].end()};
}

/// Year, month and day with `first` and `second` between them, and `last` behind.
std::optional<FoundDate> numeric_date(std::string_view line, const std::vector<Word>& words,
                                      size_t i, std::string_view first, std::string_view second,
                                      std::string_view last) {
  if (words.size() - i < 3) return std::nullopt;
  const Word& y = words[i];
  const Word& m = words[i + 1];
  const Word& d = words[i + 2];
  const int year = year_of(y.text);
  const int month = number(m.text, 1, 12);
  const int day = day_of(d.text);
  const bool joined = line.substr(y.end(), m.begin - y.end()) == first &&
                      line.substr(m.end(), d.begin - m.end()) == second &&
                      line.substr(d.end()).starts_with(last);
  if (year == 0 || month == 0 || day == 0 || !joined) return std::nullopt;
  return FoundDate{iso(year, month, day), y.begin, d.end() + last.size()};
}

}  // namespace

std::optional<FoundDate> find_date(std::string_view line) {
  const std::vector<Word> words = words_of(line);
  for (size_t i = 0; i < words.size(); ++i) {
    if (auto date = date_around_month(words, i)) return date;
    if (auto date = numeric_date(line, words, i, "-", "-", "")) return date;
    if (auto date = numeric_date(line, words, i, "年", "月", "日")) return date;
  }
  return std::nullopt;
}

}  // namespace catchword
