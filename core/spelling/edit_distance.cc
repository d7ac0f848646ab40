#include "spelling/edit_distance.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"

namespace catchword {
namespace {

// Surcharges. Hands exchange letters, and double or single them, more often than they hit a wrong key,
// and seldom fail at a word's first letter.
constexpr std::uint32_t kMiss = 1;         // a letter too many or too few, that is not its neighbour's double
constexpr std::uint32_t kWrongLetter = 2;
constexpr std::uint32_t kAtBegin = 3;

constexpr std::uint32_t kFar = 1u << 16;  // outside of the band

}  // namespace

bool EditDistance::doubles(const std::u32string& text, std::size_t i) const {
  return (i > 0 && text[i - 1] == text[i]) || (i + 1 < text.size() && text[i + 1] == text[i]);
}

// The cell for the first i + 1 characters typed and the first j + 1 of the word.
std::uint32_t EditDistance::cheapest(std::size_t i, std::size_t j) const {
  const std::uint32_t at_begin = i == 0 || j == 0 ? kAtBegin : 0;
  const std::uint32_t edit = kEditCost + at_begin;
  const std::uint32_t same = rows_[1][j];
  std::uint32_t best = typed_[i] == word_[j] ? same : same + edit + kWrongLetter;
  best = std::min(best, rows_[0][j] + edit + (doubles(word_, j) ? 0 : kMiss));
  best = std::min(best, rows_[1][j + 1] + edit + (doubles(typed_, i) ? 0 : kMiss));
  const bool exchanged = i > 0 && j > 0 && typed_[i] == word_[j - 1] && typed_[i - 1] == word_[j];
  if (exchanged) {
    best = std::min(best, rows_[2][j - 1] + kEditCost + (i == 1 || j == 1 ? kAtBegin : 0));
  }
  return best;
}

std::uint32_t EditDistance::cost_of(std::string_view word) {
  // Bytes are not fewer than characters, and at most four times as many.
  if (word.size() + edits_ < typed_.size() || word.size() > 4 * (typed_.size() + edits_)) return kTooFar;
  word_ = characters_of(word);
  const std::size_t columns = word_.size();
  if (columns + edits_ < typed_.size() || columns > typed_.size() + edits_) return kTooFar;
  for (auto& row : rows_) row.assign(columns + 1, kFar);
  for (std::size_t j = 0; j <= std::min<std::size_t>(edits_, columns); ++j) {
    rows_[0][j] = static_cast<std::uint32_t>(j) * (kEditCost + kAtBegin);
  }
  for (std::size_t i = 0; i < typed_.size(); ++i) {
    std::rotate(rows_, rows_ + 2, rows_ + 3);
    std::vector<std::uint32_t>& row = rows_[0];
    std::fill(row.begin(), row.end(), kFar);
    if (i < edits_) row[0] = static_cast<std::uint32_t>(i + 1) * (kEditCost + kAtBegin);
    std::uint32_t least = row[0];
    const std::size_t begin = i < edits_ ? 0 : i - edits_;
    for (std::size_t j = begin; j < std::min(columns, i + edits_ + 1); ++j) {
      row[j + 1] = cheapest(i, j);
      least = std::min(least, row[j + 1]);
    }
    if (least >= (edits_ + 1) * kEditCost) return kTooFar;
  }
  const std::uint32_t cost = rows_[0][columns];
  return cost < (edits_ + 1) * kEditCost ? cost : kTooFar;
}

}  // namespace catchword
