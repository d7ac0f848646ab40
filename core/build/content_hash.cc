#include "build/content_hash.h"

#include <xxhash.h>

namespace catchword {

std::uint64_t content_hash(ByteView bytes, std::uint64_t seed) {
  return XXH3_64bits_withSeed(bytes.data(), bytes.size(), seed);
}

ContentHash short_hash(ByteView bytes) {
  const std::uint64_t hash = content_hash(bytes);
  ContentHash result{};
  for (std::size_t i = 0; i < result.size(); ++i) {
    result[i] = static_cast<std::uint8_t>(hash >> (56 - 8 * i));
  }
  return result;
}

ContentHash RunHash::get() const {
  Bytes bytes;
  for (int shift = 0; shift < 64; shift += 8) bytes.push_back(static_cast<std::uint8_t>(hash_ >> shift));
  return short_hash(bytes);
}

ContentHash short_hash_of(std::span<const Bytes> payloads) {
  RunHash hash;
  for (const Bytes& payload : payloads) hash.add(payload);
  return hash.get();
}

}  // namespace catchword
