// JsonWriter: what it writes, a JSON parser reads.
#include "base/json_writer.h"

#include <nlohmann/json.hpp>

#include "support/property.h"

namespace catchword::test {
namespace {

using nlohmann::json;

// Any characters, well-formed as strings must be.
std::string arbitrary_utf8() {
  const auto ascii = *rc::gen::arbitrary<std::string>();
  std::string text;
  for (const char c : ascii) {
    text += c < 0 ? std::string("\u00e9\u6f22") : std::string(1, c);
  }
  return text;
}

}  // namespace

TEST_CASE("commas stand between values and nowhere else") {
  JsonWriter writer;
  writer.open('{').key("a").open('[').number(1).number(2).open('[').close(']').close(']');
  writer.key("b").boolean(true).key("c").open('{').close('}').key("d").string("x").close('}');
  CHECK(writer.take() == R"({"a":[1,2,[]],"b":true,"c":{},"d":"x"})");
}

TEST_CASE("numbers up to the largest") {
  JsonWriter writer;
  writer.open('[').number(0).number(10).number(18446744073709551615u).close(']');
  CHECK(writer.take() == "[0,10,18446744073709551615]");
}

TEST_CASE("any string survives a JSON parser") {
  check_property([] {
    const std::string text = arbitrary_utf8();
    JsonWriter writer;
    writer.open('{').key(text).string(text).close('}');
    const json parsed = json::parse(writer.take());
    RC_ASSERT(parsed.at(text).get<std::string>() == text);
  });
}

TEST_CASE("control characters, quotes and backslashes are escaped") {
  JsonWriter writer;
  writer.string(std::string_view("\0\x1f\n\"\\\x7f", 6));
  CHECK(writer.take() == "\"\\u0000\\u001f\\u000a\\\"\\\\\x7f\"");
}

}  // namespace catchword::test
