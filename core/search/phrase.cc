#include "search/phrase.h"

#include <algorithm>
#include <map>

namespace catchword {
namespace {

// Where a phrase would begin for a word to be in its place: ascending per document.
using Starts = std::map<DocId, std::vector<Position>>;

void add_starts(const MatchedTerm& term, const PositionList& list, std::uint32_t offset,
                Starts& starts) {
  for (std::size_t i = 0; i < term.postings.size(); ++i) {
    for (const Position position : list.of(i)) {
      if (position >= offset) starts[term.postings[i].document].push_back(position - offset);
    }
  }
}

// All spellings of a word together. Null positions leave the store with a missing file.
Starts starts_of(BlockStore& store, const WordMatch& word, std::uint32_t offset) {
  Starts starts;
  for (const MatchedTerm& term : word) {
    const PositionList* list = store.positions(term.block, term.entry);
    if (list != nullptr) add_starts(term, *list, offset, starts);
  }
  for (auto& [document, positions] : starts) std::sort(positions.begin(), positions.end());
  return starts;
}

void keep_common(Starts& starts, const Starts& other) {
  for (auto at = starts.begin(); at != starts.end();) {
    const auto found = other.find(at->first);
    std::vector<Position> common;
    if (found != other.end()) {
      std::set_intersection(at->second.begin(), at->second.end(), found->second.begin(),
                            found->second.end(), std::back_inserter(common));
    }
    at->second = std::move(common);
    at = at->second.empty() ? starts.erase(at) : std::next(at);
  }
}

}  // namespace

std::vector<PhraseHit> find_phrase(BlockStore& store, const QueryPhrase& phrase,
                                   const std::vector<WordMatch>& words) {
  Starts starts = starts_of(store, words[0], phrase.offsets[0]);
  for (std::size_t i = 1; i < words.size(); ++i) {
    keep_common(starts, starts_of(store, words[i], phrase.offsets[i]));
  }
  std::vector<PhraseHit> hits;
  for (const auto& [document, positions] : starts) {
    hits.push_back({document, static_cast<std::uint32_t>(positions.size()),
                    static_cast<std::uint16_t>(positions[0] / kPositionsPerBlock)});
  }
  return hits;
}

}  // namespace catchword
