// External interface: as_number, as_date, split_list.
#include "document/config/metadata_values.h"

#include <algorithm>

#include "base/ascii.h"
#include "document/text/dates.h"
#include "document/text_strings.h"

namespace catchword {
namespace {

bool are_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

// "1,250,000" without its commas; nothing where they part other than groups of three.
std::optional<std::string> without_separators(std::string_view whole) {
  std::string digits(take_until(whole, ','));
  const bool grouped = !whole.empty();
  if (!are_digits(digits) || (grouped && digits.size() > 3)) return std::nullopt;
  while (!whole.empty()) {
    const std::string_view group = take_until(whole, ',');
    if (group.size() != 3 || !are_digits(group)) return std::nullopt;
    digits += group;
  }
  return digits;
}

// From 1000 to 2999, as in running text.
bool is_year(std::string_view text) {
  return text.size() == 4 && are_digits(text) && (text[0] == '1' || text[0] == '2');
}

bool is_year_and_month(std::string_view text) {
  const std::string_view month = text.size() == 7 ? text.substr(5) : "";
  return !month.empty() && is_year(text.substr(0, 4)) && text[4] == '-' && are_digits(month) &&
         month >= "01" && month <= "12";
}

}  // namespace

std::optional<std::string> as_number(std::string_view written) {
  written = trim(written);
  const bool negative = written.starts_with('-');
  if (negative || written.starts_with('+')) written.remove_prefix(1);
  const std::size_t point = std::min(written.find('.'), written.size());
  const std::string_view fraction = written.substr(point);
  if (!fraction.empty() && !are_digits(fraction.substr(1))) return std::nullopt;
  std::optional<std::string> whole = without_separators(point == 0 ? "0" : written.substr(0, point));
  if (!whole || written.empty()) return std::nullopt;
  return (negative ? "-" : "") + *whole + std::string(fraction);
}

std::optional<std::string> as_date(std::string_view written) {
  written = trim(written);
  if (is_year(written) || is_year_and_month(written)) return std::string(written);
  const std::optional<FoundDate> date = find_date(written);
  return date ? std::optional(date->iso) : std::nullopt;
}

std::vector<std::string> split_list(std::string_view written) {
  std::vector<std::string> values;
  while (!written.empty()) {
    const std::size_t end = std::min(written.find_first_of(",;"), written.size());
    std::string value = collapse_white_space(written.substr(0, end));
    if (!value.empty()) values.push_back(std::move(value));
    written.remove_prefix(std::min(end + 1, written.size()));
  }
  return values;
}

}  // namespace catchword
