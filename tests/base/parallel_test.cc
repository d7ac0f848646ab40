// parallel_for: every round once, whatever the number of threads.
#include "base/parallel.h"

#include <atomic>
#include <catch2/catch.hpp>
#include <vector>

namespace catchword::test {

TEST_CASE("every round runs once, by a worker that there is") {
  for (const unsigned jobs : {1u, 2u, 7u, 64u}) {
    for (const std::size_t count : {0u, 1u, 2u, 63u, 64u, 65u, 1000u}) {
      std::vector<std::atomic<int>> rounds(count);
      std::atomic<int> strangers{0};
      parallel_for(count, jobs, [&](std::size_t i, unsigned worker) {
        ++rounds[i];
        if (worker >= jobs) ++strangers;
      });
      INFO(count << " rounds by " << jobs);
      CHECK(strangers == 0);
      bool once = true;
      for (const auto& runs : rounds) once = once && runs == 1;
      CHECK(once);
    }
  }
}

TEST_CASE("no two rounds share a worker at one time") {
  std::vector<std::atomic<int>> busy(4);
  std::atomic<int> collisions{0};
  parallel_for(2000, 4, [&](std::size_t, unsigned worker) {
    if (busy[worker]++ != 0) ++collisions;
    --busy[worker];
  });
  CHECK(collisions == 0);
}

}  // namespace catchword::test
