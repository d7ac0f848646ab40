// What the root says of value buckets, and a bucket, come back; any other bytes are an error or sound.
#include "index/value_buckets.h"

#include "support/garbage.h"
#include "support/property.h"

namespace catchword::test {
namespace {

constexpr std::string_view kBucketName = "columns/abcdefgh-3.bin";
constexpr std::uint32_t kDocuments = 100;

ValueBuckets some_buckets() {
  ValueBuckets buckets;
  buckets.keys = {"author", "section"};
  buckets.hash = {1, 2, 3, 4, 5};
  buckets.count = 7;
  static constexpr std::uint8_t kDisplacements[] = {0, 200, 3};
  buckets.displacements = kDisplacements;
  return buckets;
}

Bytes some_bucket() {
  const std::vector<BucketValue> values{{1, "net"}, {0, "Net"}, {1, "x11"}};
  const std::vector<std::vector<DocId>> lists{{0, 5, 99}, {7}, {1, 2, 3}};
  return encode_value_bucket(values, lists, kDocuments);
}

std::vector<DocId> documents_of(ByteView payload, const BucketValue& value) {
  DocumentSet found(kDocuments);
  const Status status = find_in_bucket(kBucketName, payload, value, found);
  if (!status) throw std::runtime_error(status.error().to_string());
  std::vector<DocId> documents;
  found.for_each(0, kDocuments, [&](DocId document) { documents.push_back(document); });
  return documents;
}

Bytes bytes_of(std::string_view text) { return Bytes(text.begin(), text.end()); }

bool is_sound(const ValueBuckets& buckets) {
  ValueBuckets parsed;
  return parse_value_buckets("root.bin", encode_value_buckets(buckets), parsed).ok();
}

}  // namespace

TEST_CASE("what the root says of buckets comes back") {
  const std::string bytes = encode_value_buckets(some_buckets());
  ValueBuckets parsed;
  REQUIRE(parse_value_buckets("root.bin", bytes, parsed));
  CHECK(parsed.keys == some_buckets().keys);
  CHECK(parsed.hash == some_buckets().hash);
  CHECK(parsed.count == 7);
  CHECK(as_text(parsed.displacements) == as_text(some_buckets().displacements));
}

TEST_CASE("without keys of texts the root says nothing of buckets") {
  CHECK(encode_value_buckets({}).empty());
  ValueBuckets parsed;
  REQUIRE(parse_value_buckets("root.bin", {}, parsed));
  CHECK(parsed.keys.empty());
}

TEST_CASE("keys out of order, no bucket and no displacement are damage") {
  const auto spoil = [](auto change) {
    ValueBuckets buckets = some_buckets();
    change(buckets);
    return is_sound(buckets);
  };
  CHECK_FALSE(spoil([](auto& buckets) { std::swap(buckets.keys[0], buckets.keys[1]); }));
  CHECK_FALSE(spoil([](auto& buckets) { buckets.keys[1] = "author"; }));
  CHECK_FALSE(spoil([](auto& buckets) { buckets.count = 0; }));
  CHECK_FALSE(spoil([](auto& buckets) { buckets.displacements = {}; }));
  CHECK(spoil([](auto&) {}));
}

TEST_CASE("a bucket's values come back, each with its documents") {
  const Bytes payload = some_bucket();
  CHECK(documents_of(payload, {1, "net"}) == std::vector<DocId>{0, 5, 99});
  CHECK(documents_of(payload, {0, "Net"}) == std::vector<DocId>{7});
  CHECK(documents_of(payload, {1, "x11"}) == std::vector<DocId>{1, 2, 3});
  CHECK(documents_of(payload, {1, "Net"}) == std::vector<DocId>{0, 5, 99});
  CHECK(documents_of(payload, {0, "x11"}).empty());
  CHECK(documents_of(payload, {2, "net"}).empty());
}

TEST_CASE("a displacement moves hashes apart") {
  // Were they moved alike, those that fall together would do so by every displacement.
  const std::uint32_t one = value_hash("section", "net");
  const std::uint32_t other = value_hash("section", "libs");
  int together = 0;
  for (int i = 0; i < 256; ++i) {
    const auto displacement = static_cast<std::uint8_t>(i);
    together += displaced(one, displacement, 16) == displaced(other, displacement, 16) ? 1 : 0;
  }
  CHECK(together > 0);
  CHECK(together < 64);
}

TEST_CASE("buckets of any bytes are an error or sound") {
  check_property(
      [] {
        const bool any = *rc::gen::arbitrary<bool>();
        const Bytes bytes = any ? arbitrary_bytes() : spoiled(bytes_of(encode_value_buckets(some_buckets())));
        ValueBuckets buckets;
        const Status parsed = parse_value_buckets("root.bin", as_text(bytes), buckets);
        if (!parsed) return require_named(parsed.error(), "root.bin");
        if (!buckets.keys.empty()) RC_ASSERT(buckets.bucket_of("section", "net") < buckets.count);
      },
      1000);
  check_property(
      [] {
        const Bytes payload = *rc::gen::arbitrary<bool>() ? arbitrary_bytes() : spoiled(some_bucket());
        DocumentSet found(kDocuments);
        const Status status = find_in_bucket(kBucketName, payload, {1, "net"}, found);
        if (!status) require_named(status.error(), kBucketName);
      },
      1000);
}

}  // namespace catchword::test
