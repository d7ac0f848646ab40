// Dates as they stand in English prose, in ISO 8601 and in Chinese or Japanese, for the lines of a
// text that say when it appeared.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace catchword {

/// A date within a line.
struct FoundDate {
  std::string iso;   ///< "2002-10-11", or "2002-10" where no day is given
  size_t begin = 0;  ///< its bytes in the line
  size_t end = 0;
};

/// The first date in `line`: "October 11, 2002", "11 Oct. 2002", "11th of October 2002",
/// "October 2002", "2002-10-11", "2002年10月11日". A year is four digits from 1000 to 2999.
std::optional<FoundDate> find_date(std::string_view line);

}  // namespace catchword
