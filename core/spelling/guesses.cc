#include "spelling/guesses.h"

#include <algorithm>
#include <bit>

#include "base/utf8.h"

namespace catchword {
namespace {

constexpr std::size_t kMostGuesses = 3;
constexpr std::size_t kLeastForTwoEdits = 6;  // characters; shorter words have too many such neighbours
constexpr std::size_t kLeastPart = 2;         // bytes of a word that stands without its space

constexpr std::uint32_t kMeritOfTitle = 6;
constexpr std::uint32_t kMeritOfDoubling = 2;  // of the documents

std::uint32_t merit_of(const Neighbour& neighbour) {
  const auto doublings = static_cast<std::uint32_t>(std::bit_width(neighbour.word.count));
  return 64 + kMeritOfDoubling * doublings + (neighbour.word.in_title ? kMeritOfTitle : 0) - neighbour.cost;
}

std::vector<Guess> best_of(const std::vector<Neighbour>& neighbours) {
  std::vector<Guess> guesses;
  for (const Neighbour& neighbour : neighbours) {
    add_by_merit(guesses, {{neighbour.word}, merit_of(neighbour)});
    if (guesses.size() > kMostGuesses) guesses.pop_back();
  }
  return guesses;
}

// The longer of the two words shares more than half of the letters, so it stands in a block that was
// looked into for words one edit away; only where it is found the other one is looked for.
std::optional<Guess> split_at(SpellingLists& lists, std::string_view folded, std::size_t at) {
  const std::string_view first = folded.substr(0, at);
  const std::string_view second = folded.substr(at);
  const bool first_is_longer = first.size() >= second.size();
  const SpelledWord* longer = first_is_longer ? lists.find(first, WordOrder::kForward)
                                              : lists.find(second, WordOrder::kReversed);
  if (longer == nullptr) return std::nullopt;
  const SpelledWord* shorter = lists.find(first_is_longer ? second : first, WordOrder::kForward);
  if (shorter == nullptr) return std::nullopt;
  const auto merit = static_cast<std::uint32_t>(std::bit_width(std::min(longer->count, shorter->count)));
  if (first_is_longer) return Guess{{*longer, *shorter}, merit};
  return Guess{{*shorter, *longer}, merit};
}

std::vector<Guess> splits_of(SpellingLists& lists, std::string_view folded) {
  std::vector<Guess> best;
  for (std::size_t at = kLeastPart; at + kLeastPart <= folded.size(); ++at) {
    if (is_continuation(folded[at])) continue;
    std::optional<Guess> guess = split_at(lists, folded, at);
    if (guess && (best.empty() || best.front().merit < guess->merit)) best = {std::move(*guess)};
  }
  return best;
}

}  // namespace

std::string Guess::text() const {
  std::string text;
  for (const SpelledWord& word : words) {
    if (!text.empty()) text += ' ';
    text += word.form;
  }
  return text;
}

void add_by_merit(std::vector<Guess>& guesses, Guess guess) {
  const auto place = std::upper_bound(guesses.begin(), guesses.end(), guess,
                                      [](const Guess& a, const Guess& b) { return a.merit > b.merit; });
  guesses.insert(place, std::move(guess));
}

std::vector<Guess> guesses_for(SpellingLists& lists, std::string_view folded) {
  lists.begin();
  std::vector<Guess> guesses = best_of(words_within(lists, folded, 1));
  if (lists.is_waiting() || !guesses.empty()) return guesses;
  if (!is_chain(folded)) guesses = splits_of(lists, folded);
  if (lists.is_waiting() || !guesses.empty()) return guesses;
  if (characters_of(folded).size() < kLeastForTwoEdits) return guesses;
  return best_of(words_within(lists, folded, 2));
}

std::optional<Guess> joined(SpellingLists& lists, std::string_view first, std::string_view second) {
  const SpelledWord* word = lists.find(std::string(first).append(second), WordOrder::kForward);
  if (word == nullptr) return std::nullopt;
  return Guess{{*word}, 0};
}

}  // namespace catchword
