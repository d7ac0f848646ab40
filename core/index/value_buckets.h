// Value buckets: the documents of a value of a key of texts, or of a period of a key of dates (index/period.h), found
// without knowing which there are. A hash of key and value says which bucket, a file of its own, has the list; so a
// filter costs the root, which every search reads, and one list.
//
// Hash and displace (Belazzougui, Botelho, Dietzfelbinger, "Hash, displace, and compress", ESA 2009), without the
// demand to be perfect: a table of displacements keeps long lists apart, and short ones may share a bucket.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/byte_reader.h"
#include "base/bytes.h"
#include "base/result.h"
#include "index/block_file.h"
#include "index/document_set.h"

namespace catchword {

/// Which buckets there are. Stands in the root (index/filter_keys.h). Borrows what it is made of.
struct ValueBuckets {
  ContentHash hash{};       ///< names the buckets
  std::uint32_t count = 0;  ///< of buckets; 0 where no key has any
  ByteView displacements;   ///< at least one where there are buckets

  /// The bucket of the values that have this order key under the key `key`. REQUIRES: count > 0.
  [[nodiscard]] std::uint32_t bucket_of(std::string_view key, std::string_view order_key) const;
};

/// A hash of key and value. What has hash h takes displacement number h mod (number of displacements).
std::uint32_t value_hash(std::string_view key, std::string_view order_key);

/// The bucket, of `count`, of what has this hash and this displacement.
std::uint32_t displaced(std::uint32_t hash, std::uint8_t displacement, std::uint32_t count);

/// A value in a bucket. Borrows the text.
struct BucketValue {
  std::uint32_t key = 0;  ///< in FilterKeys::keys
  std::string_view value;
};

/// The payload of a bucket. REQUIRES: a list for each value, as encode_value_lists requires.
Bytes encode_value_bucket(std::span<const BucketValue> values, std::span<const std::vector<DocId>> lists,
                          std::uint32_t documents);

/// Calls `visit(value)` for each value of the bucket in `reader`, and leaves in it a block of their lists
/// (index/value_lists.h), in the same order.
template <class Visit>
void read_bucket_values(ByteReader& reader, Visit visit) {
  for (std::uint32_t left = reader.count(2); left > 0 && reader.ok(); --left) {
    const std::uint32_t key = reader.varint();
    visit(BucketValue{key, reader.string()});
  }
}

/// Adds the documents that have `value` under key number `key` to `found`: as it is written; if no document has it so,
/// in another case or with other accents. Decodes the lists up to that. Error: kDamaged; `name` is for it.
Status find_in_bucket(std::string_view name, ByteView payload, const BucketValue& value, DocumentSet& found);

}  // namespace catchword
