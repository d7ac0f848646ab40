#include "codec/match_finder.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace catchword {
namespace {

constexpr std::size_t kLongest = 4096;  // of a match: one that long is cut, and goes on as a repeat
constexpr std::int32_t kByteGain = 3;   // bits that a byte takes, less its part of a match's

// How many of the first `most` bytes are equal: eight at a time, of which the lowest that differs is the first in memory.
std::uint32_t shared(const char* a, const char* b, std::size_t most) {
  static_assert(std::endian::native == std::endian::little);
  std::size_t size = 0;
  for (; size + sizeof(std::uint64_t) <= most; size += sizeof(std::uint64_t)) {
    std::uint64_t left;
    std::uint64_t right;
    std::memcpy(&left, a + size, sizeof left);
    std::memcpy(&right, b + size, sizeof right);
    if (left != right) return static_cast<std::uint32_t>(size) + static_cast<std::uint32_t>(std::countr_zero(left ^ right)) / 8;
  }
  while (size < most && a[size] == b[size]) ++size;
  return static_cast<std::uint32_t>(size);
}

std::int32_t bits_of(std::size_t number) { return static_cast<std::int32_t>(std::bit_width(number)); }

}  // namespace

std::uint32_t MatchFinder::hash_of(const char* bytes) {
  const auto byte = [bytes](int i) -> std::uint32_t { return static_cast<std::uint8_t>(bytes[i]); };
  return (byte(0) << 16 | byte(1) << 8 | byte(2)) * 0x9E3779B1u >> (32 - kHashBits);
}

void MatchFinder::enter(std::string_view text, std::size_t end) {
  const std::size_t last = std::min(end, text.size() < 3 ? 0 : text.size() - 2);
  for (std::size_t at = before_.size(); at < last; ++at) {
    std::uint32_t& head = heads_[hash_of(text.data() + at)];
    before_.push_back(head);
    head = static_cast<std::uint32_t>(at);
  }
}

MatchFinder::Found MatchFinder::find(std::string_view text, std::size_t at,
                                     std::uint32_t last_distance) {
  enter(text, at);
  Found best;
  const std::size_t most = std::min(text.size() - at, kLongest);
  const char* here = text.data() + at;
  if (last_distance != 0 && last_distance <= at) {
    const std::uint32_t length = shared(here, here - last_distance, most);
    if (length >= kShortestRepeat) {
      best = {{length, last_distance}, kByteGain * static_cast<std::int32_t>(length) - 3};
    }
  }
  if (most < kShortestMatch) return best;
  std::uint32_t from = heads_[hash_of(here)];
  for (int tries = kMostTries; from != kNone && tries-- > 0; from = before_[from]) {
    if (best.match.length < most && here[best.match.length] != text[from + best.match.length] ) {
      continue;
    }
    const std::uint32_t length = shared(here, text.data() + from, most);
    const auto distance = static_cast<std::uint32_t>(at - from);
    const std::int32_t gain = kByteGain * static_cast<std::int32_t>(length) - bits_of(distance) - 3;
    if (length >= kShortestMatch && gain > best.gain) best = {{length, distance}, gain};
  }
  return best;
}

}  // namespace catchword
