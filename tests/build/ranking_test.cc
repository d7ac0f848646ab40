// From counts to impacts: what must hold whatever the constants are tuned to.
#include "build/ranking.h"

#include <cmath>

#include "support/property.h"

namespace catchword::test {
namespace {

constexpr int kBodyIndex = 2;

DocumentTerms of_length(std::uint32_t length) {
  DocumentTerms terms;
  terms.lengths.fill(length);
  return terms;
}

LengthNormalizer average_of(std::initializer_list<std::uint32_t> lengths) {
  LengthNormalizer normalizer;
  for (const std::uint32_t length : lengths) normalizer.add(of_length(length));
  normalizer.finish();
  return normalizer;
}

}  // namespace

TEST_CASE("a field of average length is divided by one, a longer one by more, in steps of impacts") {
  const LengthNormalizer lengths = average_of({64, 64, 64});
  CHECK(lengths.divisor(kBodyIndex, 64, 0.75) == Approx(1));
  CHECK(lengths.divisor(kBodyIndex, 128, 0.75) == Approx(std::exp2(3 / 4.0)));
  CHECK(lengths.divisor(kBodyIndex, 16, 0.75) == Approx(std::exp2(-5 / 4.0)));
  CHECK(lengths.divisor(kBodyIndex, 1000, 0) == Approx(1));
}

TEST_CASE("documents without a field don't count for its average, nor need one") {
  CHECK(average_of({64, 0, 0}).divisor(kBodyIndex, 64, 0.75) == Approx(1));
  CHECK(average_of({0}).divisor(kBodyIndex, 0, 0.75) == 1);
  CHECK(average_of({}).divisor(kBodyIndex, 10, 0.75) == 1);
}

TEST_CASE("one more word changes neither a length's class nor an average") {
  const LengthNormalizer lengths = average_of({1000, 1000});
  CHECK(average_of({1000, 1001}).divisor(kBodyIndex, 500, 0.75) ==
        lengths.divisor(kBodyIndex, 500, 0.75));
  CHECK(lengths.divisor(kBodyIndex, 1001, 0.75) == lengths.divisor(kBodyIndex, 1000, 0.75));
}

TEST_CASE("more of a word is no less impact, and its fields are those that have it") {
  check_property([] {
    const auto counts = *rc::gen::arbitrary<FieldCounts>();
    RC_PRE(counts != FieldCounts{});
    const FieldFactors factors =
        field_factors(of_length(*rc::gen::inRange<std::uint32_t>(0, 5000)),
                      *rc::gen::inRange<std::uint32_t>(0, 1000), average_of({100, 300}), {});
    const WordImpact impact = impact_of(counts, factors);
    for (std::size_t field = 0; field < counts.size(); ++field) {
      RC_ASSERT((counts[field] > 0) == ((impact.fields >> field & 1) != 0));
      FieldCounts more = counts;
      if (more[field] == 0xFFFF) continue;
      ++more[field];
      RC_ASSERT(impact_of(more, factors).impact >= impact.impact);
    }
  });
}

TEST_CASE("the longer of two pages with a word once has no more impact") {
  const LengthNormalizer lengths = average_of({100, 300});
  FieldCounts once{};
  once[kBodyIndex] = 1;
  std::uint8_t before = 255;
  for (std::uint32_t length = 1; length < 100000; length *= 2) {
    const FieldFactors factors = field_factors(of_length(length), 3, lengths, {});
    const std::uint8_t impact = impact_of(once, factors).impact;
    CHECK(impact <= before);
    before = impact;
  }
}

TEST_CASE("pages that link to a document raise all of its words alike") {
  const LengthNormalizer lengths = average_of({100, 300});
  const FieldFactors unknown = field_factors(of_length(200), 0, lengths, {});
  double before = 1;
  for (const std::uint32_t pages : {1u, 10u, 100u, 1000u}) {
    const FieldFactors known = field_factors(of_length(200), pages, lengths, {});
    const double raised = known[0] / unknown[0];
    for (std::size_t field = 1; field < known.size(); ++field) {
      CHECK(known[field] / unknown[field] == Approx(raised));
    }
    CHECK(raised > before);
    before = raised;
  }
}

TEST_CASE("the commoner a term, the fewer impacts are told apart, and those of short lists all") {
  check_property([] {
    const auto all = *rc::gen::inRange<std::size_t>(1, 100'000);
    const auto documents = *rc::gen::inRange<std::size_t>(1, all + 1);
    const std::uint32_t step = impact_step(documents, all);
    RC_ASSERT(step <= impact_step(std::min(documents + all / 8, all), all));
    RC_ASSERT(step == 1 || (documents >= 256 && 2 * documents > all));
    const auto impact = *rc::gen::inRange<std::uint8_t>(0, 64);
    const int rounded = rounded_impact(impact, step);
    RC_ASSERT(rounded == 63 || rounded % step == 0);
    RC_ASSERT(2 * std::abs(rounded - impact) <= static_cast<int>(step));
    RC_ASSERT(rounded <= 63);
  });
  CHECK(impact_step(900, 1000) > 1);
}

}  // namespace catchword::test
