#include "index/period.h"

#include "base/ascii.h"

namespace catchword {

std::string_view period_of(std::string_view date, int level) {
  constexpr std::string_view kForm = "0000-00-00";
  const std::size_t size = kPeriodSizes[static_cast<std::size_t>(level)];
  if (date.size() < size) return {};
  for (std::size_t i = 0; i < size; ++i) {
    if (kForm[i] == '0' ? !is_digit(date[i]) : date[i] != kForm[i]) return {};
  }
  return date.substr(0, size);
}

}  // namespace catchword
