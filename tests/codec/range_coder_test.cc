// The range coder: any bits by any models come back, in about as many bytes as they are worth.
#include "codec/range_coder.h"

#include <cmath>

#include "support/property.h"

namespace catchword::test {
namespace {

struct Step {
  int model;  // -1: raw
  std::uint32_t value;
  int width;
};

std::vector<Step> arbitrary_steps() {
  const auto models = *rc::gen::inRange(1, 5);
  const auto skew = *rc::gen::inRange<std::uint32_t>(1, 200);  // how rare a 1 is
  return *rc::gen::container<std::vector<Step>>(rc::gen::exec([=] {
    const int model = *rc::gen::inRange(-1, models);
    if (model < 0) {
      const int width = *rc::gen::inRange(0, 33);
      const std::uint64_t mask = (std::uint64_t{1} << width) - 1;
      return Step{-1, static_cast<std::uint32_t>(*rc::gen::arbitrary<std::uint32_t>() & mask),
                  width};
    }
    return Step{model, *rc::gen::inRange<std::uint32_t>(0, skew) == 0 ? 1u : 0u, 1};
  }));
}

template <Coder C>
bool run(C& coder, const std::vector<Step>& steps) {
  std::array<BitModel, 5> models;
  for (const Step& step : steps) {
    const std::uint32_t coded = step.model < 0 ? coder.raw(step.value, step.width)
                                               : coder.bit(models[step.model], step.value);
    if (coded != step.value) return false;
  }
  return true;
}

}  // namespace

TEST_CASE("any bits by any models come back") {
  check_property(
      [] {
        const std::vector<Step> steps = arbitrary_steps();
        RangeEncoder encoder;
        RC_ASSERT(run(encoder, steps));
        const Bytes bytes = encoder.finish();
        RangeDecoder decoder(bytes);
        RC_ASSERT(run(decoder, steps));
        RC_ASSERT(decoder.ok());
      },
      500);
}

TEST_CASE("long runs of one bit come back") {
  for (const std::uint32_t bit : {0u, 1u}) {
    for (const int length : {1, 31, 1000, 200000}) {
      RangeEncoder encoder;
      BitModel model;
      for (int i = 0; i < length; ++i) encoder.bit(model, bit);
      encoder.bit(model, 1 - bit);  // the most improbable end
      const Bytes bytes = encoder.finish();
      INFO(length << " times " << bit);
      CHECK(static_cast<double>(bytes.size()) < 4 + length / 5000.0 + std::log2(length + 1));
      RangeDecoder decoder(bytes);
      BitModel same;
      bool equal = true;
      for (int i = 0; i < length; ++i) equal = equal && decoder.bit(same) == bit;
      CHECK(equal);
      CHECK(decoder.bit(same) == 1 - bit);
      CHECK(decoder.ok());
    }
  }
}

TEST_CASE("an empty stream is no bytes") {
  RangeEncoder encoder;
  CHECK(encoder.finish().empty());
  CHECK(RangeDecoder(ByteView{}).ok());
}

TEST_CASE("raw bits cost what they are") {
  RangeEncoder encoder;
  for (std::uint32_t i = 0; i < 1000; ++i) encoder.raw(i * 2654435761u, 32);
  CHECK(encoder.finish().size() <= 4004);
}

TEST_CASE("a decoder that runs far behind the end says so") {
  const Bytes bytes{0x12, 0x34};
  RangeDecoder decoder(bytes);
  decoder.raw(0, 16);
  CHECK(decoder.ok());
  for (int i = 0; i < 10; ++i) decoder.raw(0, 32);
  CHECK_FALSE(decoder.ok());
}

TEST_CASE("a model stays within its bounds and follows what it sees") {
  BitModel model;
  CHECK_FALSE(model.seen());
  CHECK(model.probability() == 32768);
  for (int i = 0; i < 10000; ++i) model.update(1);
  CHECK(model.seen());
  CHECK(model.probability() <= 65504);
  CHECK(model.probability() > 65000);
  for (int i = 0; i < 10000; ++i) model.update(0);
  CHECK(model.probability() >= 32);
  CHECK(model.probability() < 500);
}

}  // namespace catchword::test
