// The order key of a number: '1' (or '0' when it is negative), a byte, the number of digits before the point plus one
// (there is no zero byte in an order key), the digits, and from the point on what stands behind it. Of a negative one
// each byte behind the first is inverted, with a byte of ones at the end, so that the greater comes first.

#include "index/column_value.h"

#include <algorithm>
#include <array>

#include "analysis/word.h"
#include "base/ascii.h"
#include "base/utf8.h"

namespace catchword {
namespace {

bool are_digits(std::string_view text) { return std::all_of(text.begin(), text.end(), is_digit); }

std::string text_key(std::string_view value) { return fold(word_form(value)); }

// Without zeros that say nothing: "007.50" is "7" and ".5".
std::string magnitude_key(std::string_view whole, std::string_view fraction) {
  while (whole.starts_with('0')) whole.remove_prefix(1);
  while (fraction.ends_with('0')) fraction.remove_suffix(1);
  if (fraction == ".") fraction = {};
  std::string key(1, static_cast<char>(whole.size() + 1));
  key += whole;
  key += fraction;
  return key;
}

std::string number_key(std::string_view value) {
  const bool negative = value.starts_with('-');
  const std::string_view digits = value.substr(negative ? 1 : 0);
  const std::size_t point = std::min(digits.find('.'), digits.size());
  const std::string_view whole = digits.substr(0, point);
  const std::string_view fraction = digits.substr(point);
  const bool number = are_digits(whole) && are_digits(fraction.substr(fraction.empty() ? 0 : 1)) &&
                      whole.size() + fraction.size() > (fraction.empty() ? 0u : 1u) &&
                      whole.size() < 0xFE;
  if (!number) return "2" + text_key(value);
  std::string key = magnitude_key(whole, fraction);
  if (!negative || key == "\1") return "1" + key;
  for (char& byte : key) byte = static_cast<char>(~byte);
  return "0" + key + "\xFF";
}

}  // namespace

std::string_view name_of(ColumnType type) {
  constexpr std::array<std::string_view, kColumnTypes> kNames{"text", "number", "date", "list"};
  return kNames[static_cast<std::size_t>(type)];
}

std::string column_value(std::string_view value) {
  std::size_t size = std::min(value.size(), kLongestValue);
  while (size < value.size() && size > 0 && is_continuation(value[size])) --size;
  std::string stored(value.substr(0, size));
  std::replace(stored.begin(), stored.end(), '\0', ' ');
  return stored;
}

std::string order_key(ColumnType type, std::string_view value) {
  switch (type) {
    case ColumnType::kNumber: return number_key(value);
    case ColumnType::kDate: return std::string(value);
    case ColumnType::kText:
    case ColumnType::kList: break;
  }
  return text_key(value);
}

bool covers_longer(ColumnType type) { return type != ColumnType::kNumber; }

}  // namespace catchword
