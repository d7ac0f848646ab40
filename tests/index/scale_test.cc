// Scales and their bands come back; any other bytes are an error or sound.
#include "index/scale.h"

#include "index/document_set.h"
#include "index/value_lists.h"
#include "support/garbage.h"
#include "support/property.h"

namespace catchword::test {
namespace {

constexpr std::string_view kScaleName = "columns/abcdefgh.bin";
constexpr std::uint32_t kScaleDocuments = 100;

Scale three_bands() {
  Scale scale;
  scale.documents = 90;
  scale.several = true;
  scale.hash = {1, 2, 3, 4, 5};
  scale.separators = {"", "2001", "2003-1"};
  scale.sizes = {{5, 6}, {1, 4}, {6, 11}};
  return scale;
}

Bytes two_values() {
  const std::vector<ValueName> values{{"2001", 3}, {"2001-05", 1}};
  const std::vector<std::vector<DocId>> lists{{0, 5, 99}, {7}};
  return encode_band(values, lists, kScaleDocuments);
}

}  // namespace

TEST_CASE("a scale comes back") {
  const Scale scale = three_bands();
  const auto parsed = parse_scale(kScaleName, encode_scale(scale), kScaleDocuments);
  REQUIRE(parsed);
  CHECK(parsed->documents == scale.documents);
  CHECK(parsed->several == scale.several);
  CHECK(parsed->hash == scale.hash);
  CHECK(parsed->separators == scale.separators);
  CHECK(parsed->sizes == scale.sizes);
  CHECK(parsed->band_of("2000-12") == 0);
  CHECK(parsed->band_of("2001") == 1);
  CHECK(parsed->band_of("2003-09") == 1);
  CHECK(parsed->band_of("2003-10") == 2);
}

TEST_CASE("a scale of no bands, of bands out of order or of more documents than there are is damage") {
  const auto spoil = [](auto change) {
    Scale scale = three_bands();
    change(scale);
    return parse_scale(kScaleName, encode_scale(scale), kScaleDocuments);
  };
  CHECK_FALSE(spoil([](auto& scale) { scale.separators.clear(); }));
  CHECK_FALSE(spoil([](auto& scale) { std::swap(scale.separators[1], scale.separators[2]); }));
  CHECK_FALSE(spoil([](auto& scale) { scale.separators[2] = "2001"; }));
  CHECK_FALSE(spoil([](auto& scale) { scale.documents = kScaleDocuments + 1; }));
  CHECK_FALSE(spoil([](auto& scale) { scale.documents = 0; }));
  CHECK(spoil([](auto&) {}));
}

TEST_CASE("spans are of four bands, of sixteen, and so on") {
  CHECK(spans_of(1, true).empty());
  CHECK(spans_of(4, false).empty());
  REQUIRE(spans_of(4, true).size() == 1);
  const std::vector<BandSpan> spans = spans_of(18, true);
  REQUIRE(spans.size() == 5 + 2 + 1);
  CHECK(spans[4].begin == 16);
  CHECK(spans[4].end == 18);
  CHECK(spans[5].end == 16);
  CHECK(spans[7].end == 18);
  CHECK(spans_of(17, false).size() == 4 + 1);  // none of one band
}

TEST_CASE("a band's values come back, each with its documents") {
  const Bytes payload = two_values();
  const auto band = parse_band(kScaleName, payload);
  REQUIRE(band);
  REQUIRE(band->values.size() == 2);
  CHECK(band->values[1].value == "2001-05");
  CHECK(band->values[0].documents == 3);
  DocumentSet found(kScaleDocuments);
  REQUIRE(decode_value_lists(kScaleName, band->lists, 1, 2, found));
  CHECK(found.count() == 1);
  CHECK(found.contains(7));
}

TEST_CASE("a scale or a band of any bytes is an error or sound") {
  check_property(
      [] {
        const bool any = *rc::gen::arbitrary<bool>();
        const auto scale = parse_scale(kScaleName, any ? arbitrary_bytes() : spoiled(encode_scale(three_bands())), kScaleDocuments);
        if (!scale) return require_named(scale.error(), kScaleName);
        RC_ASSERT(scale->size() > 0);
        RC_ASSERT(scale->sizes.size() == scale->size());
        RC_ASSERT(scale->band_of("2002") < scale->size());
      },
      1000);
  check_property(
      [] {
        const Bytes payload = *rc::gen::arbitrary<bool>() ? arbitrary_bytes() : spoiled(two_values());
        const auto band = parse_band(kScaleName, payload);
        if (!band) return require_named(band.error(), kScaleName);
        for (const ValueName& value : band->values) RC_ASSERT(!value.value.empty());
      },
      1000);
}

}  // namespace catchword::test
