// Loops whose rounds run on several threads.
#pragma once

#include <atomic>
#include <cstddef>
#include <functional>
#include <utility>

namespace catchword {

/// A loop that threads may join while it runs. Rounds are handed out in order, one at a time.
class ParallelLoop {
 public:
  using Round = std::function<void(std::size_t i, unsigned worker)>;

  /// `round(i, worker)` is to be called once for every i below `count`; `worker` tells threads apart, and is below the
  /// number of all that join.
  ParallelLoop(std::size_t count, Round round) : count_(count), round_(std::move(round)) {}

  /// Runs rounds on up to `threads` threads more (at least one, the caller's own). Returns when none is left to begin, and
  /// those that these threads began are done. May be called on several threads.
  void join(unsigned threads);

 private:
  void work();

  const std::size_t count_;
  const Round round_;
  std::atomic<std::size_t> next_{0};
  std::atomic<unsigned> workers_{0};
};

/// Runs all rounds of such a loop, on up to `jobs` threads (at least one, the caller's own); `worker` is below `jobs`.
void parallel_for(std::size_t count, unsigned jobs, const ParallelLoop::Round& round);

}  // namespace catchword
