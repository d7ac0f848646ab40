// Whole-number logarithms against the floating ones.
#include "base/fixed_point.h"

#include <algorithm>
#include <cmath>

#include "support/property.h"

namespace catchword::test {

TEST_CASE("powers of two have whole logarithms") {
  for (std::uint64_t bits = 0; bits < 32; ++bits) {
    CHECK(log2_ratio_q12(std::uint64_t{1} << bits, 1) == bits << 12);
  }
  CHECK(log2_ratio_q12(3, 3) == 0);
  CHECK(log2_ratio_q12(3, 2) == 2396);  // 4096 * 0.58496
}

TEST_CASE("a logarithm is off by one unit at most") {
  check_property(
      [] {
        const auto one = *rc::gen::inRange<std::uint64_t>(1, 0xFFFFFFFF);
        const int shift = *rc::gen::inRange(0, 31);
        const auto other = *rc::gen::inRange<std::uint64_t>(1, 0xFFFFFFFF) >> shift | 1;
        const auto [less, more] = std::minmax(one, other);
        const double exact =
            4096 * std::log2(static_cast<double>(more) / static_cast<double>(less));
        const double got = log2_ratio_q12(more, less);
        RC_ASSERT(std::abs(got - exact) <= 1.01);
      },
      2000);
}

}  // namespace catchword::test
