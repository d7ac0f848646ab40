// Periods: the years, months and days of dates, for those who narrow by them (index/filter_keys.h). The period of a date
// is the beginning of its text: "2002", "2002-10", "2002-10-11".
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace catchword {

/// Levels of periods, 0 years, 1 months, 2 days: how long their texts are.
inline constexpr std::array<std::uint8_t, 3> kPeriodSizes{4, 7, 10};
inline constexpr int kPeriodLevels = static_cast<int>(kPeriodSizes.size());

/// The period of this level that `date` begins with; empty where it begins with none, as "soon", "-0044" and, of months,
/// "2002" do not.
std::string_view period_of(std::string_view date, int level);

}  // namespace catchword
