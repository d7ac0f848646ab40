// A shortest path. The places are the boundaries of bands, 0 to their number. A band or span leads from its begin to its
// end, and costs what it takes to load; and back, if what it has may be taken out of what others have. So from the place
// where a range begins to the one where it ends, each way's files are a plan. A range that begins within a band begins
// at both its boundaries, with the band's values behind the cut, or without those before it; and ends likewise.
#include "query/range_plan.h"

#include <algorithm>
#include <bit>
#include <limits>
#include <utility>

namespace catchword {
namespace {

// Costs are in bits.
constexpr std::uint64_t kFileBits = std::uint64_t{8} * kFileCost;
constexpr std::uint64_t kUnreached = std::numeric_limits<std::uint64_t>::max();

// About what a list takes (index/value_lists.h).
std::uint64_t list_cost(std::uint64_t listed, std::uint64_t documents) {
  const std::uint64_t told = std::max<std::uint64_t>(std::min(listed, documents - std::min(listed, documents)), 1);
  const auto gap = static_cast<std::uint64_t>(std::bit_width(documents / told));
  return std::min(told * (1 + gap), documents);
}

// About which number takes so many bits.
std::uint64_t number_of(std::uint8_t bits) { return (std::uint64_t{3} << bits) / 4; }

struct Edge {
  std::uint32_t begin;
  std::uint32_t end;
  std::uint64_t cost;
  std::uint32_t file;  // kEvery: none, for it is all documents
};
constexpr std::uint32_t kEvery = std::numeric_limits<std::uint32_t>::max();

/// Where a range begins or ends: at a boundary, or within a band.
struct Cut {
  std::uint32_t band;
  bool inside;
};

class Planner {
 public:
  Planner(const Scale& scale, std::uint32_t documents)
      : scale_(scale), documents_(documents), ways_(scale.size() + 1) {
    add_bands();
    add_spans();
  }

  RangePlan plan(const KeyRange& range) {
    if (range.to <= range.from) return {};
    const Cut from = cut_at(range.from);
    const Cut to = cut_at(range.to);
    if (from.inside && to.inside && from.band == to.band) {
      plan_.parts.push_back({from.band, range});
    } else {
      plan_between(from, to, range);
    }
    return std::move(plan_);
  }

 private:
  struct Way {
    std::uint64_t cost = kUnreached;
    const Edge* last = nullptr;
    std::uint32_t before = 0;  // the place before
  };

  // About how many documents the bands have.
  [[nodiscard]] std::uint64_t listed(std::uint32_t begin, std::uint32_t end) const {
    std::uint64_t sum = 0;
    for (std::uint32_t i = begin; i < end; ++i) sum += number_of(scale_.sizes[i].documents);
    return sum;
  }

  void add_bands() {
    for (std::uint32_t i = 0; i < scale_.size(); ++i) {
      edges_.push_back({i, i + 1, kFileBits + 8 * number_of(scale_.sizes[i].bytes), i});
    }
  }

  void add_spans() {
    const bool all = scale_.documents == documents_;
    std::uint32_t file = scale_.size();
    for (const BandSpan& span : spans_of(scale_.size(), !all)) {
      edges_.push_back({span.begin, span.end, kFileBits + list_cost(listed(span.begin, span.end), documents_), file++});
    }
    if (all) edges_.push_back({0, scale_.size(), 0, kEvery});
  }

  [[nodiscard]] Cut cut_at(const std::string& order_key) const {
    if (order_key == kNoEnd) return {scale_.size(), false};
    const std::uint32_t band = scale_.band_of(order_key);
    return {band, scale_.separators[band] != order_key};
  }

  void plan_between(Cut from, Cut to, const KeyRange& range) {
    const bool out_of_band = from.inside && !scale_.several;  // begin before it, and take out what is before the cut
    if (!from.inside || out_of_band) ways_[from.band].cost = 0;
    if (from.inside) ways_[from.band + 1].cost = 0;
    find_ways();
    const bool beyond = to.inside && !scale_.several && ways_[to.band + 1].cost < ways_[to.band].cost;
    const std::uint32_t end = to.band + (beyond ? 1 : 0);
    if (ways_[end].cost == kUnreached) return;
    const std::uint32_t begin = follow(end);
    if (from.inside) {
      const bool before = begin == from.band;
      plan_.parts.push_back({from.band, before ? KeyRange{"", range.from} : KeyRange{range.from}});
    }
    if (to.inside) {
      plan_.parts.push_back({to.band, beyond ? KeyRange{range.to} : KeyRange{"", range.to}});
    }
  }

  // Bellman and Ford: few rounds, for most ways have few files.
  void find_ways() {
    for (bool found = true; found;) {
      found = false;
      for (const Edge& edge : edges_) {
        found |= extend(edge.begin, edge.end, edge);
        if (!scale_.several) found |= extend(edge.end, edge.begin, edge);
      }
    }
  }

  bool extend(std::uint32_t from, std::uint32_t to, const Edge& edge) {
    const std::uint64_t cost = ways_[from].cost;
    if (cost == kUnreached || cost + edge.cost >= ways_[to].cost) return false;
    ways_[to] = {cost + edge.cost, &edge, from};
    return true;
  }

  // Takes the files of the way to `place`; returns where it begins.
  std::uint32_t follow(std::uint32_t place) {
    while (ways_[place].last != nullptr) {
      const std::uint32_t file = ways_[place].last->file;
      if (file == kEvery) {
        plan_.every = true;
      } else {
        plan_.files.push_back(file);
      }
      place = ways_[place].before;
    }
    return place;
  }

  const Scale& scale_;
  std::uint32_t documents_;
  std::vector<Edge> edges_;
  std::vector<Way> ways_;  // to each place
  RangePlan plan_;
};

}  // namespace

RangePlan plan_range(const Scale& scale, const KeyRange& range, std::uint32_t documents) {
  return Planner(scale, documents).plan(range);
}

}  // namespace catchword
