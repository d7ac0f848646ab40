// TextModel: strings of any bytes but zero come back, and repeated ones cost little.
#include "codec/text_model.h"

#include <string>

#include "support/property.h"

namespace catchword::test {
namespace {

// Codes `strings`, each ended by a zero byte; returns what the coder gave for each byte.
template <Coder C>
std::vector<std::string> run(C& coder, const std::vector<std::string>& strings) {
  TextModel model;
  std::vector<std::string> coded;
  for (const std::string& string : strings) {
    std::uint32_t before = 0;
    std::string& out = coded.emplace_back();
    for (std::size_t i = 0; i <= string.size(); ++i) {
      const auto byte = static_cast<std::uint8_t>(i < string.size() ? string[i] : '\0');
      const std::uint8_t got = model.code(coder, before, byte);
      if (got == 0) break;
      out.push_back(static_cast<char>(got));
      before = before << 8 | got;
    }
  }
  return coded;
}

// Strings of the same lengths, for a decoder that may not peek at the bytes.
std::vector<std::string> blanks(const std::vector<std::string>& strings) {
  std::vector<std::string> blank;
  for (const std::string& string : strings) blank.emplace_back(string.size(), '?');
  return blank;
}

}  // namespace

TEST_CASE("strings of any bytes but zero come back") {
  check_property([] {
    const auto strings = *rc::gen::container<std::vector<std::string>>(
        rc::gen::container<std::string>(rc::gen::nonZero<char>()));
    RangeEncoder encoder;
    RC_ASSERT(run(encoder, strings) == strings);
    const Bytes bytes = encoder.finish();
    RangeDecoder decoder(bytes);
    RC_ASSERT(run(decoder, blanks(strings)) == strings);
    RC_ASSERT(decoder.ok());
  });
}

TEST_CASE("a word that was seen before costs little") {
  RangeEncoder encoder;
  run(encoder, std::vector<std::string>(100, "catchword"));
  CHECK(encoder.finish().size() < 100);  // of a thousand bytes
}

}  // namespace catchword::test
