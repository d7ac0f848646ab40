#include "search/phrase.h"

#include <algorithm>

namespace catchword {
namespace {

// Where a phrase would begin for a word to be in its place: document and position as one number,
// ascending.
using Starts = std::vector<std::uint64_t>;

void add_starts(const MatchedTerm& term, const PositionList& list, std::uint32_t offset,
                Starts& starts) {
  for (std::size_t i = 0; i < term.postings.size(); ++i) {
    const std::uint64_t document = term.postings[i].document;
    for (const Position position : list.of(i)) {
      if (position >= offset) starts.push_back(document << 32 | (position - offset));
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
  // One spelling's are sorted; std::partial_sort is what ranking uses too, std::sort would be another.
  if (word.size() > 1) std::partial_sort(starts.begin(), starts.end(), starts.end());
  return starts;
}

void keep_common(Starts& starts, const Starts& other) {
  auto kept = starts.begin();
  auto at = other.begin();
  for (const std::uint64_t start : starts) {
    while (at != other.end() && *at < start) ++at;
    if (at != other.end() && *at == start) *kept++ = start;
  }
  starts.erase(kept, starts.end());
}

}  // namespace

std::vector<PhraseHit> find_phrase(BlockStore& store, const QueryPhrase& phrase,
                                   std::span<const WordMatch> words) {
  (void)store.position_directory();  // asked for beside the terms, so that it costs no round of its own
  Starts starts = starts_of(store, words[0], phrase.offsets[0]);
  for (std::size_t i = 1; i < words.size(); ++i) {
    keep_common(starts, starts_of(store, words[i], phrase.offsets[i]));
  }
  std::vector<PhraseHit> hits;
  for (const std::uint64_t start : starts) {
    const auto document = static_cast<DocId>(start >> 32);
    const auto position = static_cast<Position>(start);
    if (!hits.empty() && hits.back().document == document) continue;
    hits.push_back({document, static_cast<std::uint16_t>(position / kPositionsPerBlock)});
  }
  return hits;
}

}  // namespace catchword
