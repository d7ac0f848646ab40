#include "base/parallel.h"

#include <algorithm>
#include <thread>
#include <vector>

namespace catchword {

void ParallelLoop::join(unsigned threads) {
  const std::size_t most = std::min<std::size_t>(threads, count_);
  std::vector<std::thread> others;
  for (std::size_t i = 1; i < most; ++i) others.emplace_back([this] { work(); });
  work();
  for (std::thread& other : others) other.join();
}

void ParallelLoop::work() {
  const unsigned worker = workers_++;
  for (std::size_t i = next_++; i < count_; i = next_++) round_(i, worker);
}

void parallel_for(std::size_t count, unsigned jobs, const ParallelLoop::Round& round) {
  ParallelLoop(count, round).join(jobs);
}

}  // namespace catchword
