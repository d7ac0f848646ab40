// Loops: every round once, whatever the number of threads and whenever they come.
#include "base/parallel.h"

#include <atomic>
#include <catch2/catch.hpp>
#include <future>
#include <thread>
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

TEST_CASE("whoever joins a loop that runs does what is left of it") {
  std::promise<void> begun;
  std::promise<void> released;
  std::vector<int> rounds(9);
  ParallelLoop loop(rounds.size(), [&](std::size_t i, unsigned) {
    if (i == 0) {
      begun.set_value();
      released.get_future().wait();
    }
    ++rounds[i];
  });
  std::thread first([&loop] { loop.join(1); });
  begun.get_future().wait();
  loop.join(2);
  CHECK(rounds == std::vector<int>{0, 1, 1, 1, 1, 1, 1, 1, 1});
  released.set_value();
  first.join();
  CHECK(rounds == std::vector<int>(9, 1));
}

}  // namespace catchword::test
