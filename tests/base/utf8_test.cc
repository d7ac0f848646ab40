// UTF-8: every code point there and back, and what ill-formed bytes become.
#include "base/utf8.h"

#include <vector>

#include "support/property.h"

namespace catchword::test {
namespace {

std::vector<char32_t> decode(std::string_view text) {
  std::vector<char32_t> points;
  for (std::size_t at = 0; at < text.size();) points.push_back(next_code_point(text, at));
  return points;
}

constexpr bool is_surrogate(char32_t point) { return point >= 0xD800 && point <= 0xDFFF; }

}  // namespace

TEST_CASE("every scalar value is written and read back") {
  std::size_t wrong = 0;
  for (char32_t point = 0; point <= 0x10FFFF; ++point) {
    std::string text;
    append_utf8(text, point);
    std::size_t at = 0;
    const char32_t expected = is_surrogate(point) ? kReplacement : point;
    const bool right = next_code_point(text, at) == expected && at == text.size() &&
                       utf16_size(text) == (expected > 0xFFFF ? 2u : 1u);
    wrong += right ? 0 : 1;
  }
  CHECK(wrong == 0);
  std::string beyond;
  append_utf8(beyond, 0x110000);
  CHECK(decode(beyond) == std::vector<char32_t>{kReplacement});
}

TEST_CASE("a byte that begins no well-formed sequence is one replacement character") {
  struct Case {
    std::string_view text;
    std::vector<char32_t> points;
  };
  constexpr char32_t kBad = kReplacement;
  const Case cases[] = {
      {"\x80", {kBad}},
      {"\xBF\x61", {kBad, 'a'}},
      {"\xC0\x80", {kBad, kBad}},  // overlong
      {"\xC1\xBF", {kBad, kBad}},
      {"\xE0\x9F\xBF", {kBad, kBad, kBad}},
      {"\xF0\x8F\xBF\xBF", {kBad, kBad, kBad, kBad}},
      {"\xED\xA0\x80", {kBad, kBad, kBad}},            // a surrogate
      {"\xF4\x90\x80\x80", {kBad, kBad, kBad, kBad}},  // past U+10FFFF
      {"\xF5\x80", {kBad, kBad}},
      {"\xFF", {kBad}},
      {"\xC3", {kBad}},  // truncated
      {"\xE6\xBC", {kBad, kBad}},
      {"\xF0\x9F\x98", {kBad, kBad, kBad}},
      {"\xC3\x61", {kBad, 'a'}},  // cut short by a letter
      {"\xE6\xBC\xC3\xA9", {kBad, kBad, 0xE9}},
  };
  for (const Case& c : cases) {
    INFO("case of " << c.text.size() << " bytes, first "
                    << int{static_cast<unsigned char>(c.text[0])});
    CHECK(decode(c.text) == c.points);
  }
}

TEST_CASE("reading any bytes ends, and what it yields can be written") {
  check_property([](const std::string& bytes) {
    std::string text;
    for (const char32_t point : decode(bytes)) append_utf8(text, point);
    std::string again;
    for (const char32_t point : decode(text)) append_utf8(again, point);
    RC_ASSERT(again == text);
  });
}

}  // namespace catchword::test
