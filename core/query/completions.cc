#include "query/completions.h"

#include <algorithm>

#include "index/limits.h"
#include "spelling/neighbours.h"

namespace catchword {
namespace {

void add_words(const std::vector<SpelledWord>& words, std::string_view folded, std::size_t limit,
               std::vector<SpelledWord>& best) {
  for (const SpelledWord& word : words) {
    if (!word.folded.starts_with(folded)) continue;
    best.insert(std::upper_bound(best.begin(), best.end(), word, is_likelier), word);
    if (best.size() > limit) best.pop_back();
  }
}

}  // namespace

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
    if (words != nullptr) add_words(*words, folded, limit, best);
  }
  return best;
}

}  // namespace catchword
