// PeriodLists: the documents of the years, months and days of a key of dates, where a filter by one costs much less so
// than by the key's scale.
#pragma once

#include <cstdint>
#include <vector>

#include "build/column_values.h"
#include "build/scale_writer.h"
#include "build/value_bucket_writer.h"

namespace catchword {

struct PeriodLists {
  std::uint8_t levels = 0;           ///< as FilterKey::periods
  std::vector<ListedValue> periods;  ///< of these levels
};

/// Those of `column`, of dates, the `key`-th that readers narrow by, with the scale that was written of it. At most
/// `most` of each level. Takes memory for every list.
PeriodLists list_periods(const ColumnValues& column, std::uint32_t key, const ScaleFiles& scale, std::uint32_t documents,
                         std::size_t most);

}  // namespace catchword
