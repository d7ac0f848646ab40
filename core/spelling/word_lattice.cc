#include "spelling/word_lattice.h"

#include <algorithm>
#include <bit>

#include "analysis/scripts.h"
#include "base/utf8.h"
#include "spelling/neighbours.h"

namespace catchword {
namespace {

constexpr std::size_t kShortestWord = 2;   // characters
constexpr std::size_t kLongestWord = 20;
constexpr std::size_t kShortestMeant = 3;  // of what a mistake is mended to
constexpr std::size_t kMostBlocks = 3;     // that are looked into for what begins, or ends, alike
constexpr std::size_t kLongestRun = 40;

// Words may make up some of what a mistake has changed; no more characters than these.
constexpr std::size_t kOverlap = 6;

// A word costs less with every doubling of the documents that have it.
std::uint32_t cost_of(const SpelledWord& word) {
  return 24 - std::min<std::uint32_t>(static_cast<std::uint32_t>(std::bit_width(word.count)), 20);
}

// Whether one edit makes one of the other.
bool is_one_edit_away(std::u32string_view a, std::u32string_view b) {
  const auto front = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
  a.remove_prefix(static_cast<std::size_t>(front.first - a.begin()));
  b.remove_prefix(static_cast<std::size_t>(front.second - b.begin()));
  while (!a.empty() && !b.empty() && a.back() == b.back()) {
    a.remove_suffix(1);
    b.remove_suffix(1);
  }
  if (a.size() == 2 && b.size() == 2) return a[0] == b[1] && a[1] == b[0];
  return a.size() < 2 && b.size() < 2 && a.size() + b.size() > 0;
}

}  // namespace

WordLattice::WordLattice(SpellingLists& lists, const std::u32string& run) : lists_(lists), run_(run) {
  for (std::size_t begin = 0; begin < run.size(); ++begin) {
    if (may_begin_word(run, begin)) find_words(begin);
  }
  add_up();
}

// The cheapest ways through the lattice, from its beginning and to its end.
void WordLattice::add_up() {
  for (std::uint32_t place = 0; place <= run_.size(); ++place) {
    before_.push_back(place * kUnknown);
    behind_.push_back((static_cast<std::uint32_t>(run_.size()) - place) * kUnknown);
  }
  auto word = words_.begin();
  for (std::size_t place = 0; place < run_.size(); ++place) {
    before_[place + 1] = std::min(before_[place + 1], before_[place] + kUnknown);
    for (; word != words_.end() && word->begin == place; ++word) {
      before_[word->end] = std::min(before_[word->end], before_[place] + word->cost);
    }
  }
  for (std::size_t place = run_.size(); place-- > 0;) {
    behind_[place] = std::min(behind_[place], behind_[place + 1] + kUnknown);
    for (; word != words_.begin() && (word - 1)->begin == place; --word) {
      behind_[place] = std::min(behind_[place], behind_[(word - 1)->end] + (word - 1)->cost);
    }
  }
}

void WordLattice::find_words(std::size_t begin) {
  const std::size_t last = std::min(run_.size(), begin + kLongestWord);
  for (std::size_t end = begin + kShortestWord; end <= last; ++end) {
    const SpelledWord* word = lists_.find(utf8_of(std::u32string_view(run_).substr(begin, end - begin)), WordOrder::kForward);
    if (word != nullptr) words_.push_back({begin, end, cost_of(*word)});
  }
}

std::u32string WordLattice::mended() {
  std::size_t last = run_.size();
  while (before_[last] >= kUnknown) --last;
  std::size_t first = 0;
  while (behind_[first] >= kUnknown) ++first;
  for (std::size_t place = 0; place <= run_.size(); ++place) {
    if (before_[place] < kUnknown && place + kOverlap >= last) collect(WordOrder::kForward, place);
    if (behind_[place] < kUnknown && place <= first + kOverlap) collect(WordOrder::kReversed, place);
  }
  std::u32string mended;
  if (best_.cost == kUnknown) return mended;
  mended = run_;
  mended.replace(best_.begin, best_.end - best_.begin, best_.word);
  return mended;
}

// Looks through the words that begin as the run does from `place` on, or end as it does before.
void WordLattice::collect(WordOrder order, std::size_t place) {
  const SpellingDirectory* directory = lists_.directory();
  if (directory == nullptr) return;
  const std::u32string_view run = run_;
  const std::u32string_view part = order == WordOrder::kForward ? run.substr(place) : run.substr(0, place);
  std::u32string key(part);
  if (order == WordOrder::kReversed) std::reverse(key.begin(), key.end());
  for (std::size_t size = 1; size <= key.size(); ++size) {
    const BlockRange range = blocks_of((*directory)[order], utf8_of(std::u32string_view(key).substr(0, size)));
    if (range.size() > kMostBlocks) continue;
    for (std::size_t block = range.first; block <= range.last; ++block) {
      const std::vector<SpelledWord>* words = lists_.block(order, block);
      if (words == nullptr) continue;
      for (const SpelledWord& word : *words) consider(word, order, place);
    }
    return;
  }
}

void WordLattice::consider(const SpelledWord& word, WordOrder order, std::size_t place) {
  if (!begins_with_south_east_asian(word.folded)) return;
  const std::u32string meant = characters_of(word.folded);
  if (meant.size() < kShortestMeant) return;
  const std::u32string_view run = run_;
  for (std::size_t size = meant.size() - 1; size <= meant.size() + 1; ++size) {
    const bool forward = order == WordOrder::kForward;
    if (size > (forward ? run.size() - place : place)) return;
    const std::size_t begin = forward ? place : place - size;
    const std::uint32_t before = before_[begin];
    const std::uint32_t behind = behind_[begin + size];
    if (before >= kUnknown || behind >= kUnknown) continue;
    const std::uint32_t cost = before + cost_of(word) + behind;
    if (cost >= best_.cost || !is_one_edit_away(run.substr(begin, size), meant)) continue;
    best_ = {begin, begin + size, characters_of(word.form), cost};
  }
}

std::string mended_words(SpellingLists& lists, const std::u32string& run) {
  if (run.size() > kLongestRun) return {};
  lists.begin();
  WordLattice lattice(lists, run);
  return lists.is_waiting() || lattice.is_complete() ? std::string() : utf8_of(lattice.mended());
}

}  // namespace catchword
