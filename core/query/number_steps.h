// Round numbers that cut a range of numbers into a few steps.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace catchword {

/// Whole numbers behind `least` and not behind `greatest` (decimal, as ColumnType::kNumber has them), at most
/// eleven, ascending: powers of ten where the range spans four of them and more, else multiples of 1, 2
/// or 5 times one. None where a number has more than 18 digits or is none.
std::vector<std::string> number_steps(std::string_view least, std::string_view greatest);

/// The whole number before `step`, which is one of number_steps.
std::string number_before(std::string_view step);

}  // namespace catchword
