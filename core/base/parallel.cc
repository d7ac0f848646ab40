#include "base/parallel.h"

#include <algorithm>
#include <atomic>
#include <thread>
#include <vector>

namespace catchword {

void parallel_for(std::size_t count, unsigned jobs,
                  const std::function<void(std::size_t, unsigned)>& round) {
  const std::size_t step = std::clamp<std::size_t>(count / (jobs * 8 + 1), 1, 64);
  std::atomic<std::size_t> next{0};
  const auto work = [&](unsigned worker) {
    for (;;) {
      const std::size_t begin = next.fetch_add(step);
      if (begin >= count) return;
      for (std::size_t i = begin; i < std::min(begin + step, count); ++i) round(i, worker);
    }
  };
  std::vector<std::thread> threads;
  const std::size_t most = std::min<std::size_t>(jobs, (count + step - 1) / step);
  for (unsigned worker = 1; worker < most; ++worker) threads.emplace_back(work, worker);
  work(0);
  for (std::thread& thread : threads) thread.join();
}

}  // namespace catchword
