#include "build/joined_words.h"

#include <algorithm>
#include <string>

#include "base/utf8.h"
#include "build/likelier_words.h"
#include "build/spelling_words.h"
#include "index/limits.h"

namespace catchword {
namespace {

constexpr std::ptrdiff_t kShortestHalf = 3;  // characters; shorter words stand beside many by chance, as in `log in to`

std::string_view folded(const InvertedIndex& index, const Spellings& word) {
  return index.terms[word.terms.begin].folded;
}

bool is_long_enough(std::string_view part) {
  return std::count_if(part.begin(), part.end(), [](char c) { return !is_continuation(c); }) >= kShortestHalf;
}

// Nobody types a space beside an underscore.
bool may_be_parts(std::string_view first, std::string_view second) {
  return is_long_enough(first) && is_long_enough(second) && first.back() != '_' && second[0] != '_';
}

}  // namespace

JoinedWords::JoinedWords(const InvertedIndex& index, WordPairs& pairs) {
  std::vector<Spellings> beginnings;  // words that the one at hand begins with
  for (std::size_t next = 0; next < index.terms.size(); next = beginnings.back().terms.end) {
    const Spellings word = index.spellings(next);
    const auto begins = [&](const Spellings& other) { return folded(index, word).starts_with(folded(index, other)); };
    while (!beginnings.empty() && !begins(beginnings.back())) beginnings.pop_back();
    if (word.documents >= kFarMore && may_be_mistaken(folded(index, word))) {
      for (const Spellings& first : beginnings) add(index, first, word, pairs);
    }
    beginnings.push_back(word);
  }
}

void JoinedWords::add(const InvertedIndex& index, const Spellings& first, const Spellings& whole, WordPairs& pairs) {
  const std::string_view rest = folded(index, whole).substr(folded(index, first).size());
  if (!may_be_parts(folded(index, first), rest)) return;
  const auto found = std::partition_point(index.terms.begin(), index.terms.end(),
                                          [&](const DictionaryTerm& term) { return term.folded < rest; });
  if (found == index.terms.end() || found->folded != rest) return;
  const Spellings second = index.spellings(static_cast<std::size_t>(found - index.terms.begin()));
  const std::uint32_t most = whole.documents / kFarMore;
  const bool may_be_more = std::min(first.documents, second.documents) > most;
  joined_.push_back({static_cast<TermId>(first.terms.begin), rest, most,
                     may_be_more ? pairs.add(first.best, second.best) : kUncounted});
}

void JoinedWords::assign_to(InvertedIndex& index, const WordPairs& pairs) const {
  for (const Joined& joined : joined_) {
    if (joined.pair != kUncounted && pairs.documents(joined.pair) > joined.most) continue;
    std::vector<std::string>& likelier = index.likelier[joined.first];
    if (likelier.size() < kMostAliases) likelier.push_back(' ' + std::string(joined.second));
  }
}

}  // namespace catchword
