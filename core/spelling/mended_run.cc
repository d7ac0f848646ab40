#include "spelling/mended_run.h"

#include <algorithm>
#include <bit>
#include <limits>
#include <string_view>
#include <utility>

#include "analysis/scripts.h"
#include "analysis/word.h"
#include "base/utf8.h"
#include "spelling/guesses.h"

namespace catchword {
namespace {

constexpr std::size_t kLongestHan = 12;  // characters of a run in which mistakes are looked for

// Where a pair was known before it was changed, what was typed is probably right: in a script with few characters that is
// chance, but in Han the rarer pair counts a sixteenth.
constexpr int kDoubt = 4;

// The syllables that differ from `syllable` in one letter.
std::u32string one_letter_from(char32_t syllable) {
  std::u32string others;
  char32_t step = 1;
  for (std::size_t place = kLettersOfSyllable.size(); place-- > 0; step *= kLettersOfSyllable[place]) {
    const char32_t letter = (syllable - kFirstSyllable) / step % kLettersOfSyllable[place];
    for (char32_t other = 0; other < kLettersOfSyllable[place]; ++other) {
      if (other != letter) others.push_back(syllable + (other - letter) * step);
    }
  }
  return others;
}

// Pairs by their numbers: that many characters stand before them.
struct Pairs {
  std::size_t first, last;
};

Pairs first_unknown(const std::vector<bool>& known) {
  const auto first = std::find(known.begin(), known.end(), false);
  const auto last = std::find(first, known.end(), true) - 1;
  return {static_cast<std::size_t>(first - known.begin()), static_cast<std::size_t>(last - known.begin())};
}

bool may_be_mended(std::u32string_view run, const Pairs& unknown, const std::vector<bool>& known) {
  if (std::all_of(run.begin(), run.end(), is_hangul)) return true;
  const std::u32string_view touched = run.substr(unknown.first, unknown.last + 2 - unknown.first);
  return run.size() <= kLongestHan && std::all_of(touched.begin(), touched.end(), is_han) &&
         std::find(known.begin() + static_cast<std::ptrdiff_t>(unknown.last) + 1, known.end(), false) == known.end();
}

class Mender {
 public:
  Mender(SpellingLists& lists, const std::u32string& run, const Pairs& unknown)
      : lists_(lists), run_(run), unknown_(unknown) {}

  std::u32string mend() {
    for (std::size_t i = 0; i < run_.size(); ++i) {
      if (is_touched(i, 2) && is_han(run_[i]) == is_han(run_[i + 1])) {
        const char32_t exchanged[] = {run_[i + 1], run_[i]};
        consider(i, {exchanged, 2});
      }
      if (!is_touched(i, 1)) continue;
      for (const char32_t& other : others_for(run_[i])) consider(i, {&other, 1});
    }
    return std::move(best_);
  }

 private:
  // Whether all unknown pairs have one of the `size` characters from `begin` on.
  [[nodiscard]] bool is_touched(std::size_t begin, std::size_t size) const {
    return begin + size <= run_.size() && begin <= unknown_.first + 1 && unknown_.last < begin + size;
  }

  // What may have been meant by `character`.
  std::u32string others_for(char32_t character) {
    if (is_hangul(character)) return one_letter_from(character);
    const Homophones* homophones = is_han(character) ? lists_.homophones() : nullptr;
    return homophones == nullptr ? std::u32string() : homophones->of(character);
  }

  [[nodiscard]] bool is_known(std::size_t pair) const { return pair < unknown_.first || pair > unknown_.last; }

  // With `other` in the place of what stands at `begin`. A pair that begins before that has its first character from what
  // was typed, and the other ones mostly the second: in this order the candidates stand together.
  void consider(std::size_t begin, std::u32string_view other) {
    std::u32string mended = run_;
    mended.replace(begin, other.size(), other);
    std::uint32_t least = std::numeric_limits<std::uint32_t>::max();
    const std::size_t end = std::min(begin + other.size(), run_.size() - 1);
    for (std::size_t i = begin == 0 ? 0 : begin - 1; i < end; ++i) {
      const std::uint32_t count = count_of(mended.substr(i, 2), i < begin ? WordOrder::kForward : WordOrder::kReversed);
      least = std::min(least, count >> (is_known(i) && is_han(other[0]) ? kDoubt : 0));
      if (least <= most_) return;
    }
    most_ = least;
    best_ = std::move(mended);
  }

  // By powers of two, as exact as the less exact order.
  std::uint32_t count_of(const std::u32string& pair, WordOrder order) {
    const SpelledWord* word = lists_.find(utf8_of(pair), order);
    return word == nullptr ? 0 : std::bit_floor(word->count);
  }

  SpellingLists& lists_;
  const std::u32string& run_;
  const Pairs unknown_;
  std::u32string best_;
  std::uint32_t most_ = 0;
};

// With what the words in Katakana, which other scripts set apart, were meant to be where a pair of them is unknown. Empty
// where none is changed.
std::string with_mended_words(SpellingLists& lists, std::u32string_view run, const std::vector<bool>& known) {
  std::string mended;
  bool changed = false;
  for (std::size_t begin = 0, end = 0; begin < run.size(); begin = end) {
    const bool is_word = is_katakana(run[begin]);
    bool is_unknown = false;
    for (end = begin + 1; end < run.size() && is_katakana(run[end]) == is_word; ++end) is_unknown |= !known[end - 1];
    const std::string typed = utf8_of(run.substr(begin, end - begin));
    std::vector<Guess> guesses;
    if (is_word && is_unknown) guesses = guesses_for(lists, fold(word_form(typed)));
    mended += guesses.empty() ? typed : guesses.front().text();
    changed |= !guesses.empty();
  }
  return changed ? mended : std::string();
}

}  // namespace

std::string mended_run(SpellingLists& lists, const std::u32string& run, const std::vector<bool>& known) {
  std::string mended = with_mended_words(lists, run, known);
  const Pairs unknown = first_unknown(known);
  if (!mended.empty() || !may_be_mended(run, unknown, known)) return mended;
  return utf8_of(Mender(lists, run, unknown).mend());
}

}  // namespace catchword
