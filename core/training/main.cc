// train BUNDLE...: prints core/index/position_prior.inc, what positions are like in these bundles, each counting alike.
// No program for users, and no step of the build: run by hand when PositionModels change, on sites of several kinds and
// languages. Where they have changed, the file must be a single 0 first, and the bundles built so.

#include <algorithm>
#include <array>
#include <cstdio>
#include <memory>
#include <unordered_map>
#include <utility>
#include <vector>

#include "cli/whole_lists.h"
#include "index/position_codec.h"
#include "index/position_prior.h"

namespace catchword {
namespace {

constexpr double kLeastSeen = 1000;  // bits, for a model to be told
constexpr double kUnseen = 0.4;        // of a bit: what each value counts for that never came

/// How often each bit of a model was a 0, and how often a 1.
using Counts = std::vector<std::array<double, 2>>;

/// Counts in the place of coding (codec/range_coder.h).
class Counter {
 public:
  std::uint32_t bit(const BitModel& model, std::uint32_t value) {
    ++seen_[&model][value != 0 ? 1 : 0];
    return value;
  }
  std::uint32_t raw(std::uint32_t value, int /*width*/) { return value; }

  Counts counts(PositionModels& models) {
    Counts counts;
    models.each([&](const BitModel& model) { counts.push_back(seen_[&model]); });
    return counts;
  }

 private:
  std::unordered_map<const BitModel*, std::array<double, 2>> seen_;
};

Result<Counts> count(const char* folder) {
  const Result<OpenedBundle> bundle = open_bundle(folder);
  if (!bundle) return bundle.error();
  Counter counter;
  PositionCodec codec(counter, PositionModels());
  const Status counted = for_each_term_block(*bundle, [&](const TermBlock& block, const PositionList& positions) {
    std::size_t first = 0;
    for (const TermBlock::Entry& entry : block.entries()) {
      if (!entry.term.is_word()) continue;
      const TermPositions term{block.postings(entry), &positions, first};
      codec.code({&term, 1});
      first += entry.posting_count;
    }
  });
  if (!counted) return counted.error();
  return counter.counts(codec.models());
}

double sum_of(const Counts& counts) {
  double sum = 0;
  for (const auto& [zeros, ones] : counts) sum += zeros + ones;
  return sum;
}

/// What all of `sites` tell.
std::unique_ptr<PositionModels> learn(const std::vector<Counts>& sites) {
  double all = 0;
  for (const Counts& site : sites) all += sum_of(site);
  auto models = std::make_unique<PositionModels>();
  std::size_t i = 0;
  models->each([&](BitModel& model) {
    std::array<double, 2> counts{kUnseen, kUnseen};
    double seen = 0;
    for (const Counts& site : sites) {
      const double weight = all / static_cast<double>(sites.size()) / sum_of(site);
      for (std::size_t bit = 0; bit < 2; ++bit) counts[bit] += weight * site[i][bit];
      seen += site[i][0] + site[i][1];
    }
    ++i;
    if (seen < kLeastSeen) return;
    const double one = counts[1] / (counts[0] + counts[1]);
    model = BitModel::known(static_cast<std::uint32_t>(std::clamp(65536 * one, 32.0, 65504.0)), 16);
  });
  return models;
}

void print(const Bytes& bytes) {
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    std::printf("0x%02x,%s", bytes[i], i % 20 == 19 || i + 1 == bytes.size() ? "\n" : "");
  }
}

}  // namespace
}  // namespace catchword

int main(int count, char** arguments) {
  std::vector<catchword::Counts> sites;
  for (int i = 1; i < count; ++i) {
    catchword::Result<catchword::Counts> site = catchword::count(arguments[i]);
    if (!site) {
      std::fprintf(stderr, "%s\n", site.error().to_string().c_str());
      return 1;
    }
    sites.push_back(std::move(*site));
  }
  if (sites.empty()) {
    std::fputs("usage: train BUNDLE...\n", stderr);
    return 2;
  }
  catchword::print(catchword::encode_position_prior(*catchword::learn(sites)));
  return 0;
}
