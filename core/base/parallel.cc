#include "base/parallel.h"

#include <algorithm>
#include <atomic>
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

void parallel_for(std::size_t count, unsigned jobs,
                  const std::function<void(std::size_t, unsigned)>& round) {
  std::atomic<std::size_t> next{0};
  const auto work = [&](unsigned worker) {
    std::size_t begin = next;
    while (begin < count) {
      const std::size_t end = begin + step_of(count - begin, jobs);
      if (!next.compare_exchange_weak(begin, end)) continue;
      for (std::size_t i = begin; i < end; ++i) round(i, worker);
      begin = next;
    }
  };
  std::vector<std::thread> threads;
  const std::size_t most = std::min<std::size_t>(jobs, count);
  for (unsigned worker = 1; worker < most; ++worker) threads.emplace_back(work, worker);
  work(0);
  for (std::thread& thread : threads) thread.join();
}

}  // namespace catchword
