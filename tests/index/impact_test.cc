// Impacts: the scale and its inverse.
#include "index/impact.h"

#include <catch2/catch.hpp>

namespace catchword::test {

TEST_CASE("once in an average page is step 16 and counts as 1") {
  CHECK(impact_of(1.0) == kImpactOne);
  CHECK(frequency_of(kImpactOne) == kFrequencyOne);
}

TEST_CASE("four steps to an octave, rising") {
  for (std::uint32_t impact = 0; impact + 1 < kImpactLevels; ++impact) {
    CHECK(frequency_of(impact) < frequency_of(impact + 1));
  }
  for (std::uint32_t impact = 0; impact + 4 < kImpactLevels; ++impact) {
    CHECK(frequency_of(impact + 4) / 2 == frequency_of(impact));
  }
}

TEST_CASE("a frequency is at most half a step from its impact's") {
  for (double frequency = 0.07; frequency < 3000; frequency *= 1.013) {
    const double got = frequency_of(impact_of(frequency)) / double{kFrequencyOne};
    INFO(frequency << " as " << got);
    CHECK(got / frequency < 1.13);
    CHECK(frequency / got < 1.13);
  }
}

TEST_CASE("frequencies beyond the scale are its ends") {
  CHECK(impact_of(1e-9) == 0);
  CHECK(impact_of(1e9) == kImpactLevels - 1);
  CHECK(impact_of(0.0) == 0);
}

}  // namespace catchword::test
