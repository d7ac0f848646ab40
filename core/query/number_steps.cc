#include "query/number_steps.h"

#include <algorithm>
#include <cstdint>
#include <optional>

#include "base/decimal.h"

namespace catchword {
namespace {

constexpr std::int64_t kMostSteps = 12;
constexpr std::size_t kMostDigits = 18;

// The part before the point, rounded down.
std::optional<std::int64_t> whole_part(std::string_view number) {
  const bool negative = number.starts_with('-');
  if (negative) number.remove_prefix(1);
  const std::size_t point = std::min(number.find('.'), number.size());
  if (point > kMostDigits) return std::nullopt;
  std::int64_t whole = 0;
  for (const char digit : number.substr(0, point)) {
    if (digit < '0' || digit > '9') return std::nullopt;
    whole = whole * 10 + (digit - '0');
  }
  return negative ? -whole - (point < number.size() ? 1 : 0) : whole;
}

std::string decimal(std::int64_t number) {
  std::string text(number < 0 ? "-" : "");
  append_decimal(text, static_cast<std::uint64_t>(number < 0 ? -number : number));
  return text;
}

std::vector<std::string> powers_of_ten(std::int64_t least, std::int64_t greatest) {
  std::vector<std::string> steps;
  for (std::int64_t power = 1; power <= greatest; power *= 10) {
    if (power > least) steps.push_back(decimal(power));
  }
  if (steps.size() + 1 >= kMostSteps) steps.erase(steps.begin(), steps.end() - (kMostSteps - 2));
  return steps;
}

// The least of 1, 2, 5, 10, 20... that cuts `range` into few enough.
std::int64_t step_of(std::int64_t range) {
  std::int64_t step = 1;
  for (int i = 0; range / step >= kMostSteps - 1; ++i) step = i % 3 == 1 ? step / 2 * 5 : step * 2;
  return step;
}

}  // namespace

std::vector<std::string> number_steps(std::string_view least, std::string_view greatest) {
  const std::optional<std::int64_t> low = whole_part(least);
  const std::optional<std::int64_t> high = whole_part(greatest);
  if (!low || !high || *low > *high) return {};
  if (*low >= 0 && *high / 10000 >= std::max<std::int64_t>(*low, 1)) return powers_of_ten(*low, *high);
  const std::int64_t step = step_of(*high - *low);
  std::vector<std::string> steps;
  std::int64_t at = *low / step * step;
  for (at = at > *low ? at : at + step; at <= *high; at += step) steps.push_back(decimal(at));
  return steps;
}

std::string number_before(std::string_view step) { return decimal(whole_part(step).value_or(0) - 1); }

}  // namespace catchword
