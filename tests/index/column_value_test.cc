// Order keys: bytes that compare as numbers, dates and texts do.
#include "index/column_value.h"

#include <cmath>

#include "support/property.h"

namespace catchword::test {
namespace {

std::string number(std::string_view value) { return order_key(ColumnType::kNumber, value); }
std::string text(std::string_view value) { return order_key(ColumnType::kText, value); }

// An integer in thousandths, written as somebody might.
std::string written(int thousandths) {
  const std::string sign = thousandths < 0 ? "-" : "";
  const int size = std::abs(thousandths);
  std::string fraction = std::to_string(1000 + size % 1000).substr(1);
  if (*rc::gen::arbitrary<bool>()) fraction += "00";
  while (*rc::gen::arbitrary<bool>() && fraction.ends_with('0')) fraction.pop_back();
  const std::string zeros = *rc::gen::element<std::string>("", "0", "000");
  return sign + zeros + std::to_string(size / 1000) + (fraction.empty() ? "" : "." + fraction);
}

}  // namespace

TEST_CASE("keys of numbers compare as the numbers do") {
  check_property(
      [] {
        const auto any = rc::gen::oneOf(rc::gen::inRange(-3000, 3000), rc::gen::arbitrary<int>());
        const int a = *rc::gen::suchThat(any, [](int n) { return n > -2'000'000'000; });
        const int b = *rc::gen::suchThat(any, [](int n) { return n > -2'000'000'000; });
        RC_ASSERT((number(written(a)) < number(written(b))) == (a < b));
        RC_ASSERT((number(written(a)) == number(written(b))) == (a == b));
      },
      1000);
}

TEST_CASE("a number may be longer than any machine's") {
  const std::string nines(40, '9');
  CHECK(number(nines) < number("1" + std::string(40, '0')));
  CHECK(number("-1" + std::string(40, '0')) < number("-" + nines));
  CHECK(number("0." + nines + "8") < number("0." + nines + "9"));
}

TEST_CASE("what is no number comes behind all numbers") {
  for (const char* other : {"", "soon", "-", ".", "-.", "1.2.3", "12a", "+5"}) {
    INFO(other);
    CHECK(number("999999999999") < number(other));
  }
  CHECK(number("1.") == number("1"));
  CHECK(number(".5") == number("0.5"));
  CHECK(number("-0") == number("0"));
}

TEST_CASE("texts are compared without case and accents") {
  CHECK(text("Émile") == text("emile"));
  CHECK(text("STRASSE") == text("straße"));
  CHECK(text("apple") < text("Banana"));
  CHECK(text("Zebra") > text("ägypten"));
}

TEST_CASE("dates are compared as they are written") {
  const auto date = [](std::string_view value) { return order_key(ColumnType::kDate, value); };
  CHECK(date("2002") < date("2002-10"));
  CHECK(date("2002-10") < date("2002-10-11"));
  CHECK(date("2002-10-11") < date("2003"));
}

TEST_CASE("a long value is cut at the end of a character, and a zero byte is a space") {
  CHECK(column_value(std::string(300, 'a')) == std::string(256, 'a'));
  CHECK(column_value(std::string(255, 'a') + "é") == std::string(255, 'a'));
  CHECK(column_value(std::string(254, 'a') + "é") == std::string(254, 'a') + "é");
  CHECK(column_value(std::string_view("a\0b", 3)) == "a b");
}

}  // namespace catchword::test
