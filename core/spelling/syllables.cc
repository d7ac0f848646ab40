#include "spelling/syllables.h"

#include <algorithm>
#include <bit>
#include <limits>
#include <string_view>
#include <utility>

#include "analysis/hangul.h"
#include "base/utf8.h"

namespace catchword {
namespace {

// The syllables that differ from `syllable` in one letter.
std::u32string one_letter_from(char32_t syllable) {
  std::u32string others;
  if (syllable < kFirstSyllable || syllable > kLastSyllable) return others;
  char32_t step = 1;
  for (std::size_t place = kLettersOfSyllable.size(); place-- > 0; step *= kLettersOfSyllable[place]) {
    const char32_t letter = (syllable - kFirstSyllable) / step % kLettersOfSyllable[place];
    for (char32_t other = 0; other < kLettersOfSyllable[place]; ++other) {
      if (other != letter) others.push_back(syllable + (other - letter) * step);
    }
  }
  return others;
}

class Mender {
 public:
  Mender(SpellingLists& lists, const std::u32string& run, std::size_t first, std::size_t last)
      : lists_(lists), run_(run), first_(first), last_(last) {}

  std::u32string mend() {
    for (std::size_t i = 0; i < run_.size(); ++i) {
      if (is_touched(i, 2)) {
        const char32_t exchanged[] = {run_[i + 1], run_[i]};
        consider(i, {exchanged, 2});
      }
      if (!is_touched(i, 1)) continue;
      for (const char32_t& other : one_letter_from(run_[i])) consider(i, {&other, 1});
    }
    return std::move(best_);
  }

 private:
  // Whether all unknown pairs have one of the `size` characters from `begin` on.
  [[nodiscard]] bool is_touched(std::size_t begin, std::size_t size) const {
    return begin + size <= run_.size() && begin <= first_ + 1 && last_ < begin + size;
  }

  // With `other` in the place of what stands at `begin`. A pair that begins before that has its first character from what
  // was typed, and the other ones mostly the second: in this order the candidates stand together.
  void consider(std::size_t begin, std::u32string_view other) {
    std::u32string mended = run_;
    mended.replace(begin, other.size(), other);
    std::uint32_t least = std::numeric_limits<std::uint32_t>::max();
    const std::size_t end = std::min(begin + other.size(), run_.size() - 1);
    for (std::size_t i = begin == 0 ? 0 : begin - 1; i < end; ++i) {
      least = std::min(least, count_of(mended.substr(i, 2), i < begin ? WordOrder::kForward : WordOrder::kReversed));
      if (least <= most_) return;
    }
    most_ = least;
    best_ = std::move(mended);
  }

  // By powers of two, as exact as the less exact order.
  std::uint32_t count_of(const std::u32string& pair, WordOrder order) {
    std::string text;
    for (const char32_t syllable : pair) append_utf8(text, syllable);
    const SpelledWord* word = lists_.find(text, order);
    return word == nullptr ? 0 : std::bit_floor(word->count);
  }

  SpellingLists& lists_;
  const std::u32string& run_;
  std::size_t first_, last_;
  std::u32string best_;
  std::uint32_t most_ = 0;
};

}  // namespace

std::u32string mended_syllables(SpellingLists& lists, const std::u32string& run, std::size_t first, std::size_t last) {
  return Mender(lists, run, first, last).mend();
}

}  // namespace catchword
