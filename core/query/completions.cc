#include "query/completions.h"

#include <algorithm>

#include "index/limits.h"
#include "spelling/neighbours.h"

namespace catchword {
void keep_likeliest(const SpelledWord& word, std::size_t limit, std::vector<SpelledWord>& best) {
  best.insert(std::upper_bound(best.begin(), best.end(), word, is_likelier), word);
  if (best.size() > limit) best.pop_back();
}

std::vector<SpelledWord> completions_of(SpellingLists& lists, std::string_view folded,
                                        std::size_t limit) {
  std::vector<SpelledWord> best;
  const SpellingDirectory* directory = lists.directory();
  if (directory == nullptr) return best;
  WordOrder order = WordOrder::kForward;
  if (blocks_of((*directory)[order], folded).size() > kMostPrefixBlocks) order = WordOrder::kCommon;
  const BlockRange range = blocks_of((*directory)[order], folded);
  for (std::size_t block = range.first; block <= range.last; ++block) {
    const std::vector<SpelledWord>* words = lists.block(order, block);
    if (words == nullptr) continue;
    for (const SpelledWord& word : *words) {
      const bool fits = word.folded.starts_with(folded) && is_chain(word.folded) == is_chain(folded) &&
                        !is_katakana_pair(word.folded);
      if (fits) keep_likeliest(word, limit, best);
    }
  }
  return best;
}

}  // namespace catchword
