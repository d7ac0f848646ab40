#include "codec/match_finder.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace catchword {
namespace {

constexpr std::size_t kLongest = 4096;  // of a match: one that long is cut, and goes on as a repeat

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

}  // namespace

std::int32_t PricedGain::of(std::size_t at, const LzMatch& match, bool repeats) {
  const Price saved = bytes(at, at + match.length);
  // The bits of a distance that no model learns already tell of most matches that they save nothing.
  const Price raw = repeats ? 0 : kBitPrice * (static_cast<Price>(std::bit_width(match.distance)) - 4);
  return saved <= raw ? 0 : saved - model_.match_price(match);
}

// Each byte is priced once, by what is known when it is first asked for.
Price PricedGain::bytes(std::size_t begin, std::size_t end) {
  if (prices_.empty()) {
    first_ = begin;
    prices_.push_back(0);
  }
  for (std::size_t i = first_ + prices_.size() - 1; i < end; ++i) {
    const char last = i == 0 ? '\0' : text_[i - 1];
    prices_.push_back(prices_.back() +
                      model_.byte_price(static_cast<std::uint8_t>(last), static_cast<std::uint8_t>(text_[i])));
  }
  return prices_[end - first_] - prices_[begin - first_];
}

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

template <class Gain>
MatchFinder::Found MatchFinder::find(std::string_view text, std::size_t at, std::uint32_t last_distance, Gain& gain,
                                     std::int32_t floor) {
  enter(text, at);
  Found best{{}, floor};
  const std::size_t most = std::min(text.size() - at, kLongest);
  const char* here = text.data() + at;
  if (last_distance != 0 && last_distance <= at) {
    const LzMatch match{shared(here, here - last_distance, most), last_distance};
    const std::int32_t saved = match.length >= kShortestRepeat ? gain.of(at, match, true) : 0;
    if (saved > best.gain) best = {match, saved};
  }
  if (most < kShortestMatch) return best;
  std::uint32_t from = heads_[hash_of(here)];
  if (from == kNone) return best;
  // Those that follow are farther back.
  std::uint32_t least = gain.least_length(static_cast<std::uint32_t>(at - from), best.gain);
  for (int tries = kMostTries; from != kNone && tries-- > 0 && least <= most; from = before_[from]) {
    if (here[least - 1] != text[from + least - 1]) continue;
    const LzMatch match{shared(here, text.data() + from, most), static_cast<std::uint32_t>(at - from)};
    if (match.length < least) continue;
    const std::int32_t saved = gain.of(at, match, false);
    if (saved > best.gain) best = {match, saved};
    least = std::max(match.length + 1, gain.least_length(match.distance, best.gain));
  }
  return best;
}

template MatchFinder::Found MatchFinder::find(std::string_view, std::size_t, std::uint32_t, FixedGain&, std::int32_t);
template MatchFinder::Found MatchFinder::find(std::string_view, std::size_t, std::uint32_t, PricedGain&, std::int32_t);

}  // namespace catchword
