// The forms of metadata's values: numbers, dates, lists.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace catchword {

/// A decimal number without signs of thousands: "-1,250.50" is "-1250.50". Nothing for other text.
std::optional<std::string> as_number(std::string_view written);

/// ISO 8601 to the day, the month or the year, as far as `written` says: "11 October 2002",
/// "2002-10-11T08:00:00Z", "2002年10月11日", "October 2002", "2002-10", "2002". Nothing for text
/// without a date.
std::optional<std::string> as_date(std::string_view written);

/// The parts between commas and semicolons, white space collapsed, empty ones left out.
std::vector<std::string> split_list(std::string_view written);

}  // namespace catchword
