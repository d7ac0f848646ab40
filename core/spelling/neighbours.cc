// How the blocks are found that hold a misspelled word's neighbours, after the pattern partitioning of
// Boytsov (2011, section 5.2): k edits can't touch all of k + 1 parts of a word. One edit leaves its
// first or its second half as it was, so the word is found forward or reversed; two leave one of three
// thirds. The middle one may have moved by a place, and the word have another length: kMiddle's keys
// begin at the second third, so these few beginnings are looked up. An exchange of neighbours may
// touch two parts: so the parts at the ends are also looked up with their inner end exchanged.

#include "spelling/neighbours.h"

#include <algorithm>
#include <bit>
#include <iterator>

#include "base/ascii.h"
#include "base/utf8.h"

namespace catchword {
namespace {

constexpr std::size_t kMostProbedBlocks = 12;

// A beginning of keys that words near to the typed one have in an order.
struct Probe {
  WordOrder order;
  std::string prefix;
};

// The first `size` characters of `word`, as they stand and with the last one exchanged for the next.
void add_ends(WordOrder order, std::u32string word, std::size_t size, std::vector<Probe>& probes) {
  if (order == WordOrder::kReversed) std::reverse(word.begin(), word.end());
  probes.push_back({order, utf8_of(std::u32string_view(word).substr(0, size))});
  if (size == 0 || size == word.size() || word[size - 1] == word[size]) return;
  std::swap(word[size - 1], word[size]);
  probes.push_back({order, utf8_of(std::u32string_view(word).substr(0, size))});
}

// Where the second third may begin, in what was typed, of a word that was changed once before `begin`
// and once from `end` on: `moved` by what was put in or left out before, and `longer` by what was behind.
void add_middles(std::u32string_view typed, std::size_t begin, std::size_t end,
                 std::vector<Probe>& probes) {
  std::vector<std::size_t> tried;
  for (std::size_t moved = 0; moved <= 2; ++moved) {
    for (std::size_t longer = 0; longer <= 2; ++longer) {
      const std::size_t at = first_third(typed.size() + moved + longer - 2) + 1 - moved;
      const bool known = std::find(tried.begin(), tried.end(), at) != tried.end();
      if (known || at + 1 < begin || at >= end) continue;
      tried.push_back(at);
      probes.push_back({WordOrder::kMiddle, utf8_of(typed.substr(at, end - at))});
    }
  }
}

std::vector<Probe> probes_of(const std::u32string& typed, bool is_chain, std::uint32_t edits) {
  std::vector<Probe> probes;
  const std::size_t size = typed.size();
  const std::size_t front = size / (edits + 1);
  const std::size_t back = edits == 1 ? size - front : front;
  add_ends(WordOrder::kForward, typed, front, probes);
  add_ends(WordOrder::kReversed, typed, back, probes);
  if (edits == 2 && !is_chain) add_middles(typed, front, size - back, probes);
  return probes;
}

// Whether `folded` may have a version, whose digits are not mistyped: `v2.1.0`, `c++20`.
bool has_version(std::string_view folded) { return folded.find_first_of(".:+#") != folded.npos; }

std::string digits_of(std::string_view text) {
  std::string digits;
  std::copy_if(text.begin(), text.end(), std::back_inserter(digits), is_digit);
  return digits;
}

bool is_nearer(const Neighbour& a, const Neighbour& b) {
  if (a.cost != b.cost) return a.cost < b.cost;
  if (is_likelier(a.word, b.word) || is_likelier(b.word, a.word)) return is_likelier(a.word, b.word);
  return a.word.folded < b.word.folded;
}

class Collector {
 public:
  Collector(SpellingLists& lists, std::string_view folded, std::uint32_t edits)
      : lists_(lists), distance_(characters_of(folded), edits), is_chain_(is_chain(folded)),
        keeps_digits_(has_version(folded)), digits_(digits_of(folded)) {}

  void add(const SpellingDirectory& directory, Probe probe) {
    BlockRange range = blocks_of(directory[probe.order], probe.prefix);
    if (range.size() > kMostProbedBlocks) {
      if (probe.order != WordOrder::kForward) return;
      probe.order = WordOrder::kCommon;
      range = blocks_of(directory[probe.order], probe.prefix);
    }
    for (std::size_t block = range.first; block <= range.last; ++block) {
      const std::vector<SpelledWord>* words = lists_.block(probe.order, block);
      if (words != nullptr) add(*words);
    }
  }

  [[nodiscard]] std::vector<Neighbour> take() { return std::move(found_); }

 private:
  void add(const std::vector<SpelledWord>& words) {
    for (const SpelledWord& word : words) {
      if (is_chain(word.folded) != is_chain_ || is_katakana_pair(word.folded)) continue;
      const std::uint32_t cost = distance_.cost_of(word.folded);
      if (cost == kTooFar || (keeps_digits_ && digits_of(word.folded) != digits_)) continue;
      add(Neighbour{word, cost});
    }
  }

  void add(Neighbour neighbour) {
    const bool known = std::any_of(found_.begin(), found_.end(), [&](const Neighbour& other) {
      return other.word.folded == neighbour.word.folded;
    });
    if (known) return;
    neighbour.word.count = std::bit_floor(neighbour.word.count);  // as exact as the least exact order
    found_.insert(std::upper_bound(found_.begin(), found_.end(), neighbour, is_nearer),
                  std::move(neighbour));
  }

  SpellingLists& lists_;
  EditDistance distance_;
  bool is_chain_;  // and so are its neighbours, or none is
  bool keeps_digits_;
  std::string digits_;
  std::vector<Neighbour> found_;
};

}  // namespace

BlockRange blocks_of(const BlockTable& table, std::string_view prefix) {
  if (table.empty()) return {1, 0};  // of a vocabulary without words that are corrected
  return {table.block_of(prefix), table.last_block_of(prefix)};
}

std::vector<Neighbour> words_within(SpellingLists& lists, std::string_view folded,
                                    std::uint32_t edits) {
  const std::u32string typed = characters_of(folded);
  const SpellingDirectory* directory = lists.directory();
  if (directory == nullptr || typed.size() < edits + 2) return {};
  Collector collector(lists, folded, edits);
  for (Probe& probe : probes_of(typed, is_chain(folded), edits)) {
    collector.add(*directory, std::move(probe));
  }
  return collector.take();
}

}  // namespace catchword
