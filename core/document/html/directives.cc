// External interface: parse_captures, is_weight, parse_weight.
#include "document/html/directives.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>

#include "document/text_strings.h"

namespace catchword {
namespace {

constexpr double kHeaviest = 10;

HtmlCapture parse_item(std::string_view item) {
  HtmlCapture capture;
  const std::size_t bracket = item.find('[');
  capture.key = trim(item.substr(0, bracket));
  if (bracket == std::string_view::npos) return capture;
  item.remove_prefix(bracket + 1);
  capture.source = HtmlCapture::Source::kAttribute;
  capture.value = ascii_lower(trim(item.substr(0, item.find(']'))));
  return capture;
}

std::optional<double> number_of(std::string_view value) {
  value = trim(value);
  double number = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
  const bool whole = error == std::errc() && end == value.data() + value.size();
  return whole ? std::optional(number) : std::nullopt;
}

}  // namespace

std::vector<HtmlCapture> parse_captures(std::string_view value) {
  std::vector<HtmlCapture> captures;
  while (!value.empty()) {
    const std::size_t stop = value.find_first_of(",:");
    if (stop != std::string_view::npos && value[stop] == ':') {
      captures.push_back({std::string(trim(value.substr(0, stop))), HtmlCapture::Source::kLiteral,
                          std::string(trim(value.substr(stop + 1)))});
      break;
    }
    captures.push_back(parse_item(value.substr(0, stop)));
    if (stop == std::string_view::npos) break;
    value.remove_prefix(stop + 1);
  }
  std::erase_if(captures, [](const HtmlCapture& capture) { return capture.key.empty(); });
  return captures;
}

bool is_weight(std::string_view value) {
  const std::optional<double> weight = number_of(value);
  return weight && *weight >= 0 && *weight <= kHeaviest;
}

int parse_weight(std::string_view value) {
  const double weight = number_of(value).value_or(1);
  if (!(weight >= 0)) return 1;
  if (weight == 0) return 0;
  return std::max(1, static_cast<int>(std::lround(std::min(weight, kHeaviest))));
}

}  // namespace catchword
