// Homophones: they come back as they were written, and what is no such file is refused.
#include "index/homophones.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "support/garbage.h"
#include "support/property.h"

namespace catchword::test {
namespace {

constexpr std::string_view kName = "spelling/aaaaaaaa.bin";

/// Classes of distinct ascending characters, by their first ones.
Homophones arbitrary_homophones() {
  Homophones homophones;
  const auto count = *rc::gen::inRange<std::size_t>(0, 40);
  for (std::size_t i = 0; i < count; ++i) {
    std::u32string one;
    char32_t last = *rc::gen::inRange<char32_t>(0x3400, 0x9000);
    const auto size = *rc::gen::inRange<std::size_t>(2, 60);
    while (one.size() < size) one.push_back(last += *rc::gen::inRange<char32_t>(1, 300));
    homophones.classes.push_back(std::move(one));
  }
  std::sort(homophones.classes.begin(), homophones.classes.end());
  return homophones;
}

}  // namespace

TEST_CASE("homophones come back") {
  check_property(
      [] {
        const Homophones homophones = arbitrary_homophones();
        const Result<Homophones> decoded = decode_homophones(kName, encode_homophones(homophones));
        RC_ASSERT(decoded);
        RC_ASSERT(decoded->classes == homophones.classes);
      },
      200);
}

TEST_CASE("a character reads like those of all its classes, and not like itself") {
  const Homophones homophones{{U"中众重", U"从重", U"数术"}};
  CHECK(homophones.of(U'重') == U"中众从");
  CHECK(homophones.of(U'术') == U"数");
  CHECK(homophones.of(U'一').empty());
}

TEST_CASE("what is no file of homophones is an error or within its bounds") {
  const auto attempt = [](const Bytes& payload) {
    const Result<Homophones> decoded = decode_homophones(kName, payload);
    if (!decoded) return require_named(decoded.error(), kName);
    for (const std::u32string& one : decoded->classes) RC_ASSERT(one.size() >= 2);
  };
  check_property([&] { attempt(arbitrary_bytes()); }, 300);
  check_property([&] { attempt(spoiled(encode_homophones(arbitrary_homophones()))); }, 300);
}

}  // namespace catchword::test
