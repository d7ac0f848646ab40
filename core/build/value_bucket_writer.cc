// Displacements are chosen one after the other, for those with the longest lists first, each so that a filter loads
// the least of what it does not ask for.
#include "build/value_bucket_writer.h"

#include <algorithm>
#include <limits>
#include <map>
#include <numeric>
#include <string_view>
#include <tuple>
#include <utility>

#include "build/content_hash.h"
#include "build/value_files.h"

namespace catchword {
namespace {

// Of buckets, where values are few: with a third of them empty, hardly two values meet.
constexpr std::size_t kBucketsPerTwoValues = 3;
constexpr std::size_t kMostDisplacements = 64;
constexpr std::size_t kValuesPerDisplacement = 3;
constexpr int kDisplacements = 256;

// Values that no hash tells from each other, for they are asked for together: equal but for case and accents.
struct Alike {
  std::uint32_t hash = 0;
  std::vector<const ListedValue*> values;
  std::size_t bits = 0;  // about what the lists take
};

std::vector<Alike> collect(std::span<const ListedValue> values, std::uint32_t documents) {
  std::map<std::uint32_t, Alike> by_hash;
  for (const ListedValue& value : values) {
    Alike& alike = by_hash[value.hash];
    alike.hash = value.hash;
    alike.bits += list_bits(value.documents.size(), documents) + 8 * value.value.value.size();
    alike.values.push_back(&value);
  }
  std::vector<Alike> all;
  for (auto& [hash, alike] : by_hash) all.push_back(std::move(alike));
  return all;
}

std::size_t bits_of(const std::vector<Alike>& all) {
  return std::accumulate(all.begin(), all.end(), std::size_t{0},
                         [](std::size_t bits, const Alike& alike) { return bits + alike.bits; });
}

/// Distributes values over buckets.
class Placement {
 public:
  Placement(std::vector<Alike>& all, std::uint32_t count, std::size_t displacements)
      : count_(count), buckets_(count), groups_(displacements), displacements_(displacements) {
    for (Alike& alike : all) groups_[alike.hash % displacements].push_back(&alike);
    place();
  }

  [[nodiscard]] const Bytes& displacements() const { return displacements_; }

  /// The payload of each bucket.
  [[nodiscard]] std::vector<Bytes> encode(std::uint32_t documents) const {
    std::vector<Bytes> payloads;
    for (const Bucket& bucket : buckets_) {
      std::vector<BucketValue> values;
      std::vector<std::vector<DocId>> lists;
      for (const Alike* alike : bucket.alike) {
        for (const ListedValue* listed : alike->values) {
          values.push_back(listed->value);
          lists.push_back(listed->documents);
        }
      }
      payloads.push_back(encode_value_bucket(values, lists, documents));
    }
    return payloads;
  }

 private:
  using Group = std::vector<const Alike*>;  // of one displacement

  struct Bucket {
    std::vector<const Alike*> alike;
    std::size_t bits = 0;
  };

  Bucket& bucket_of(const Alike& alike, int displacement) {
    return buckets_[displaced(alike.hash, static_cast<std::uint8_t>(displacement), count_)];
  }

  // Longest lists first: the later a list, the fewer buckets are free.
  void place() {
    std::vector<std::size_t> order(groups_.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::vector<std::size_t> bits(groups_.size());
    for (std::size_t i = 0; i < groups_.size(); ++i) {
      for (const Alike* alike : groups_[i]) bits[i] += alike->bits;
    }
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return bits[a] > bits[b]; });
    for (const std::size_t group : order) displace(group);
  }

  void displace(std::size_t group) {
    int best = 0;
    std::size_t least = std::numeric_limits<std::size_t>::max();
    for (int displacement = 0; displacement < kDisplacements && least > 0; ++displacement) {
      const std::size_t waste = waste_of(groups_[group], displacement);
      if (waste < least) std::tie(least, best) = std::pair(waste, displacement);
    }
    displacements_[group] = static_cast<std::uint8_t>(best);
    for (const Alike* alike : groups_[group]) add(*alike, best);
  }

  // What is loaded without being asked for, if each value is asked for once.
  std::size_t waste_of(const Group& group, int displacement) {
    std::size_t waste = 0;
    for (const Alike* alike : group) waste += add(*alike, displacement);
    for (const Alike* alike : group) remove(*alike, displacement);
    return waste;
  }

  std::size_t add(const Alike& alike, int displacement) {
    Bucket& bucket = bucket_of(alike, displacement);
    const std::size_t waste = bucket.bits + bucket.alike.size() * alike.bits;
    bucket.alike.push_back(&alike);
    bucket.bits += alike.bits;
    return waste;
  }

  // REQUIRES: it was the last one added to its bucket, or so were those that are removed with it.
  void remove(const Alike& alike, int displacement) {
    Bucket& bucket = bucket_of(alike, displacement);
    bucket.alike.pop_back();
    bucket.bits -= alike.bits;
  }

  std::uint32_t count_;
  std::vector<Bucket> buckets_;
  std::vector<Group> groups_;
  Bytes displacements_;
};

}  // namespace

std::vector<ListedValue> list_values(const ColumnValues& column, std::uint32_t key) {
  std::vector<ListedValue> values;
  for (std::vector<DocId>& list : documents_by_value(column)) {
    const std::size_t i = values.size();
    values.push_back({{key, column.values[i]}, value_hash(column.key, column.order_keys[i]), std::move(list)});
  }
  return values;
}

ValueBucketFiles write_value_buckets(std::span<const ListedValue> values, std::uint32_t documents, std::size_t most_files) {
  std::vector<Alike> all = collect(values, documents);
  ValueBucketFiles result;
  if (all.empty()) return result;
  const auto count = static_cast<std::uint32_t>(
      std::clamp<std::size_t>(bits_of(all) / (8 * kBucketBytes), 1, std::min(all.size() * kBucketsPerTwoValues / 2, most_files)));
  const std::size_t displacements = std::clamp<std::size_t>(count / kValuesPerDisplacement, 1, kMostDisplacements);
  const Placement placement(all, count, displacements);
  result.displacements = placement.displacements();
  const std::vector<Bytes> payloads = placement.encode(documents);
  result.hash = short_hash_of(payloads);
  result.files = value_files(result.hash, payloads);
  return result;
}

}  // namespace catchword
