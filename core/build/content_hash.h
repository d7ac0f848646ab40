// Content hashes: what names the files of a bundle.
#pragma once

#include <span>
#include <string_view>

#include "base/bytes.h"
#include "index/block_file.h"

namespace catchword {

/// 64 bits of XXH3 over `bytes`. Also decides where blocks are cut, so that an edit moves few cuts.
std::uint64_t content_hash(ByteView bytes, std::uint64_t seed = 0);
inline std::uint64_t content_hash(std::string_view text, std::uint64_t seed = 0) {
  return content_hash(as_bytes(text), seed);
}

/// The first five bytes of it, as they stand in names.
ContentHash short_hash(ByteView bytes);

/// The hash of many payloads, one after the other: what names files that are told apart by numbers.
class RunHash {
 public:
  void add(ByteView payload) { hash_ = content_hash(payload, hash_); }
  [[nodiscard]] ContentHash get() const;

 private:
  std::uint64_t hash_ = 0;
};

/// One for all of `payloads`, in their order: what names files that are told apart by numbers.
ContentHash short_hash_of(std::span<const Bytes> payloads);

}  // namespace catchword
