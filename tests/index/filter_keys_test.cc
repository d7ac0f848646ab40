// What the root says of the keys that readers narrow by comes back; any other bytes are an error or sound.
#include "index/filter_keys.h"

#include "support/garbage.h"
#include "support/property.h"

namespace catchword::test {
namespace {

constexpr std::uint8_t kThreeDisplacements[] = {0, 200, 3};

FilterKeys texts_and_numbers() {
  FilterKeys keys;
  ColumnBlock here;
  here.payload = {7, 8, 9};
  ColumnBlock file;
  file.is_file = true;
  file.hash = {5, 4, 3, 2, 1};
  keys.keys = {{"author", ColumnType::kText, {}},
               {"date", ColumnType::kDate, here, 3},
               {"section", ColumnType::kList, {}},
               {"size", ColumnType::kNumber, file}};
  keys.buckets = {{1, 2, 3, 4, 5}, 7, kThreeDisplacements};
  return keys;
}

Status parse(const FilterKeys& keys) {
  const std::string bytes = encode_filter_keys(keys);
  FilterKeys parsed;
  return parse_filter_keys("root.bin", bytes, parsed);
}

Bytes bytes_of(std::string_view text) { return Bytes(text.begin(), text.end()); }

}  // namespace

TEST_CASE("what the root says of keys to narrow by comes back") {
  const FilterKeys keys = texts_and_numbers();
  const std::string bytes = encode_filter_keys(keys);
  FilterKeys parsed;
  REQUIRE(parse_filter_keys("root.bin", bytes, parsed));
  REQUIRE(parsed.keys.size() == keys.keys.size());
  for (std::size_t i = 0; i < keys.keys.size(); ++i) {
    CHECK(parsed.keys[i].name == keys.keys[i].name);
    CHECK(parsed.keys[i].type == keys.keys[i].type);
    CHECK(parsed.keys[i].periods == keys.keys[i].periods);
    CHECK(parsed.keys[i].scale.is_file == keys.keys[i].scale.is_file);
    CHECK(parsed.keys[i].scale.hash == keys.keys[i].scale.hash);
    CHECK(parsed.keys[i].scale.payload == keys.keys[i].scale.payload);
  }
  CHECK(parsed.buckets.hash == keys.buckets.hash);
  CHECK(parsed.buckets.count == 7);
  CHECK(as_text(parsed.buckets.displacements) == as_text(keys.buckets.displacements));
}

TEST_CASE("without keys to narrow by the root says nothing, and without texts and periods nothing of buckets") {
  CHECK(encode_filter_keys({}).empty());
  FilterKeys parsed;
  REQUIRE(parse_filter_keys("root.bin", {}, parsed));
  CHECK(parsed.keys.empty());
  FilterKeys numbers = texts_and_numbers();
  numbers.keys = {numbers.keys[1], numbers.keys[3]};
  CHECK(parse(numbers));
  numbers.buckets = {};
  CHECK_FALSE(parse(numbers));
  numbers.keys[0].periods = 0;
  CHECK(parse(numbers));
}

TEST_CASE("keys to narrow by that are out of order, of no type or without their buckets are damage") {
  const auto spoil = [](auto change) {
    FilterKeys keys = texts_and_numbers();
    change(keys);
    return parse(keys);
  };
  CHECK_FALSE(spoil([](auto& keys) { std::swap(keys.keys[0], keys.keys[2]); }));
  CHECK_FALSE(spoil([](auto& keys) { keys.keys[2].name = "author"; }));
  CHECK_FALSE(spoil([](auto& keys) { keys.keys[0].type = static_cast<ColumnType>(kColumnTypes); }));
  CHECK_FALSE(spoil([](auto& keys) { keys.keys[1].periods = 8; }));
  CHECK_FALSE(spoil([](auto& keys) { keys.buckets.count = 0; }));
  CHECK_FALSE(spoil([](auto& keys) { keys.buckets.displacements = {}; }));
  CHECK(spoil([](auto&) {}));
}

TEST_CASE("keys to narrow by of any bytes are an error or sound") {
  check_property(
      [] {
        const bool any = *rc::gen::arbitrary<bool>();
        const Bytes bytes = any ? arbitrary_bytes() : spoiled(bytes_of(encode_filter_keys(texts_and_numbers())));
        FilterKeys keys;
        const Status parsed = parse_filter_keys("root.bin", as_text(bytes), keys);
        if (!parsed) return require_named(parsed.error(), "root.bin");
        if (keys.buckets.count > 0) RC_ASSERT(keys.buckets.bucket_of("section", "net") < keys.buckets.count);
      },
      1000);
}

}  // namespace catchword::test
