// Optimal string alignment distance, three rows at a time.
#include "base/nearest_word.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <utility>
#include <vector>

namespace catchword {
namespace {

size_t edits(std::string_view a, std::string_view b) {
  std::vector<size_t> before_last(b.size() + 1);
  std::vector<size_t> last(b.size() + 1);
  std::vector<size_t> row(b.size() + 1);
  std::iota(last.begin(), last.end(), size_t{0});
  for (size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (size_t j = 1; j <= b.size(); ++j) {
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] != b[j - 1])});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) row[j] = std::min(row[j], before_last[j - 2] + 1);
    }
    before_last = std::exchange(last, row);
  }
  return last[b.size()];
}

}  // namespace

std::string_view nearest_word(std::string_view word, std::span<const std::string_view> known) {
  constexpr size_t kMaxWord = 60;  // a longer one is no slip of the pen
  word = word.substr(0, kMaxWord);
  std::string_view nearest = known.front();
  size_t fewest = std::numeric_limits<size_t>::max();
  for (const std::string_view candidate : known) {
    const size_t needed = edits(word, candidate);
    if (needed < fewest) {
      fewest = needed;
      nearest = candidate;
    }
  }
  return nearest;
}

}  // namespace catchword
