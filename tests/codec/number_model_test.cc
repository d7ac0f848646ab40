// Models of symbols and numbers: every class of values comes back.
#include "codec/number_model.h"

#include <vector>

#include "support/property.h"

namespace catchword::test {
namespace {

template <class Model>
std::vector<std::uint32_t> coded_and_decoded(const std::vector<std::uint32_t>& values, bool& ok) {
  RangeEncoder encoder;
  Model model;
  for (const std::uint32_t value : values) model.code(encoder, value);
  const Bytes bytes = encoder.finish();
  RangeDecoder decoder(bytes);
  Model same;
  std::vector<std::uint32_t> decoded;
  for (std::size_t i = 0; i < values.size(); ++i) decoded.push_back(same.code(decoder, 0));
  ok = decoder.ok();
  return decoded;
}

}  // namespace

TEST_CASE("numbers around every power of two come back") {
  std::vector<std::uint32_t> values{0, 0xFFFFFFFE, 0xFFFFFFFD};
  for (int bit = 0; bit < 32; ++bit) {
    const std::uint32_t power = 1u << bit;
    for (const std::uint32_t value : {power - 2, power - 1, power, power + 1, power + power / 2}) {
      if (value <= 0xFFFFFFFE) values.push_back(value);
    }
  }
  bool ok = false;
  CHECK(coded_and_decoded<NumberModel>(values, ok) == values);
  CHECK(ok);
  for (const std::uint32_t value : values) {  // and each by a fresh model
    const std::vector<std::uint32_t> one{value};
    INFO(value);
    CHECK(coded_and_decoded<NumberModel>(one, ok) == one);
  }
}

TEST_CASE("random numbers of all sizes come back") {
  check_property([] {
    const auto values = *rc::gen::container<std::vector<std::uint32_t>>(rc::gen::exec([] {
      const auto shift = *rc::gen::inRange(0, 32);
      return std::min(*rc::gen::inRange<std::uint32_t>(0, 0xFFFFFFFF) >> shift, 0xFFFFFFFEu);
    }));
    bool ok = false;
    RC_ASSERT(coded_and_decoded<NumberModel>(values, ok) == values);
    RC_ASSERT(ok);
  });
}

TEST_CASE("every symbol comes back") {
  std::vector<std::uint32_t> symbols;
  for (std::uint32_t i = 0; i < 256; ++i) symbols.push_back(i * 37 % 64);
  bool ok = false;
  CHECK(coded_and_decoded<SymbolModel<6>>(symbols, ok) == symbols);
  CHECK(ok);
}

TEST_CASE("a number that repeats costs less and less") {
  RangeEncoder encoder;
  NumberModel model;
  for (int i = 0; i < 100; ++i) model.code(encoder, 5);
  const std::size_t first = encoder.size();
  for (int i = 0; i < 100; ++i) model.code(encoder, 5);
  CHECK(first < 12);
  CHECK(encoder.size() - first < first);
}

}  // namespace catchword::test
