#include "build/primer.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <queue>
#include <vector>

namespace catchword {
namespace {

constexpr std::size_t kGram = 6;          // bytes: what is counted
constexpr std::size_t kPiece = 48;        // bytes: what is chosen
constexpr std::uint32_t kLeastCount = 4;  // samples that have a gram for it to count
constexpr int kHashBits = 18;

std::size_t slot_of(const std::uint8_t* gram) {
  std::uint32_t low;  // six bytes into eight would be read back while the two that write them are on their way
  std::uint16_t high;
  static_assert(sizeof low + sizeof high == kGram);
  std::memcpy(&low, gram, sizeof low);
  std::memcpy(&high, gram + sizeof low, sizeof high);
  return (low | std::uint64_t{high} << 32) * 0x9E3779B97F4A7C15u >> (64 - kHashBits);
}

// What having a gram in the primer is worth: about the number of samples with it, 0 once it is there.
class GramWorth {
 public:
  explicit GramWorth(std::span<const Bytes> samples) : worth_(std::size_t{1} << kHashBits) {
    std::vector<std::uint16_t> last(worth_.size());
    for (std::uint16_t i = 0; i < samples.size(); ++i) {
      for (std::size_t at = 0; at + kGram <= samples[i].size(); ++at) {
        const std::size_t slot = slot_of(&samples[i][at]);
        if (last[slot] != i + 1) ++worth_[slot];
        last[slot] = static_cast<std::uint16_t>(i + 1);
      }
    }
    for (std::uint8_t& worth : worth_) worth = worth < kLeastCount ? std::uint8_t{0} : std::bit_floor(worth);
  }

  [[nodiscard]] std::uint32_t of(ByteView piece) const {
    std::uint32_t sum = 0;
    for (std::size_t at = 0; at + kGram <= piece.size(); ++at) sum += worth_[slot_of(&piece[at])];
    return sum;
  }

  /// For each place in `text` the worth of all grams before it: what a piece is worth is a difference.
  [[nodiscard]] std::vector<std::uint32_t> sums(ByteView text) const {
    std::vector<std::uint32_t> sums{0};
    for (std::size_t at = 0; at + kGram <= text.size(); ++at) {
      sums.push_back(sums.back() + worth_[slot_of(&text[at])]);
    }
    return sums;
  }

  void take(ByteView piece) {
    for (std::size_t at = 0; at + kGram <= piece.size(); ++at) worth_[slot_of(&piece[at])] = 0;
  }

 private:
  std::vector<std::uint8_t> worth_;  // there are fewer samples than 256, and all of it is to stay in the cache
};

struct Candidate {
  std::uint32_t worth;  // when it was last looked at; it only falls
  std::uint32_t order;
  ByteView piece;

  bool operator<(const Candidate& other) const {
    return worth != other.worth ? worth < other.worth : order > other.order;
  }
};

bool begins_word(const Bytes& sample, std::size_t at) {
  return at == 0 || sample[at - 1] <= ' ';
}

std::priority_queue<Candidate> candidates_of(std::span<const Bytes> samples, const GramWorth& worth) {
  std::vector<Candidate> candidates;
  for (const Bytes& sample : samples) {
    const std::vector<std::uint32_t> sums = worth.sums(sample);
    for (std::size_t at = 0; at + kPiece <= sample.size(); ++at) {
      const std::uint32_t worth_here = sums[at + kPiece - kGram + 1] - sums[at];
      if (worth_here == 0 || !begins_word(sample, at)) continue;
      candidates.push_back({worth_here, static_cast<std::uint32_t>(candidates.size()),
                            ByteView(sample).subspan(at, kPiece)});
    }
  }
  return std::priority_queue<Candidate>({}, std::move(candidates));
}

}  // namespace

std::string choose_primer(std::span<const Bytes> samples, std::size_t bytes) {
  GramWorth worth(samples);
  std::priority_queue<Candidate> candidates = candidates_of(samples, worth);
  std::vector<ByteView> chosen;
  while (!candidates.empty() && (chosen.size() + 1) * kPiece <= bytes) {
    Candidate best = candidates.top();
    candidates.pop();
    const std::uint32_t now = worth.of(best.piece);
    if (now == 0) continue;
    if (now < best.worth) {
      best.worth = now;
      candidates.push(best);
      continue;
    }
    chosen.push_back(best.piece);
    worth.take(best.piece);
  }
  std::string primer;
  for (std::size_t i = chosen.size(); i-- > 0;) primer += as_text(chosen[i]);
  return primer;
}

}  // namespace catchword
