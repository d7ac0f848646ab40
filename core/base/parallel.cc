#include "base/parallel.h"

#include <algorithm>
#include <thread>
#include <vector>

namespace catchword {
namespace {

constexpr std::size_t kMostRounds = 64;  // at a time, so that progress is seen
constexpr std::size_t kSteps = 8;        // for each thread of what is left

// Steps that become shorter towards the end, where one long step would keep the others waiting
// (guided self-scheduling, Polychronopoulos and Kuck, 1987).
std::size_t step_of(std::size_t left, unsigned jobs) {
  return std::clamp<std::size_t>(left / (jobs * kSteps + 1), 1, kMostRounds);
}

}  // namespace

void ParallelLoop::join(unsigned threads) {
  const std::size_t most = std::min<std::size_t>(threads, count_);
  std::vector<std::thread> others;
  for (std::size_t i = 1; i < most; ++i) others.emplace_back([this] { work(); });
  work();
  for (std::thread& other : others) other.join();
}

void ParallelLoop::work() {
  const unsigned worker = workers_++;
  std::size_t begin = next_;
  while (begin < count_) {
    const std::size_t end = begin + step_of(count_ - begin, jobs_);
    if (!next_.compare_exchange_weak(begin, end)) continue;
    for (std::size_t i = begin; i < end; ++i) round_(i, worker);
    begin = next_;
  }
}

void parallel_for(std::size_t count, unsigned jobs, const ParallelLoop::Round& round) {
  ParallelLoop(count, jobs, round).join(jobs);
}

}  // namespace catchword
