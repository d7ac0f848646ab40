// A value bucket comes back; any other bytes are an error or sound.
#include "index/value_buckets.h"

#include "support/garbage.h"
#include "support/property.h"

namespace catchword::test {
namespace {

constexpr std::string_view kBucketName = "columns/abcdefgh-3.bin";
constexpr std::uint32_t kDocuments = 100;

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

}  // namespace

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

TEST_CASE("a bucket of any bytes is an error or sound") {
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
