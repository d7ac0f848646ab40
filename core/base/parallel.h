// parallel_for: runs a loop's rounds on several threads.
#pragma once

#include <cstddef>
#include <functional>

namespace catchword {

/// Calls `round(i, worker)` once for every i below `count`, on up to `jobs` threads (at least one, the
/// caller's own); `worker` is below `jobs` and tells threads apart. Rounds are handed out in order, a
/// few at a time. Returns when all are done.
void parallel_for(std::size_t count, unsigned jobs,
                  const std::function<void(std::size_t i, unsigned worker)>& round);

}  // namespace catchword
