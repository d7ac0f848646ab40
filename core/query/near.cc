#include "query/near.h"

#include "query/phrase.h"

namespace catchword {
namespace {

// The places in `right` that have one of `left` at most `reach` before or behind them. Both ascend.
Places near_to(const Places& left, const Places& right, std::uint64_t reach) {
  Places near;
  std::size_t first = 0;  // the first of `left` that isn't too far before
  for (const std::uint64_t place : right) {
    while (first < left.size() && left[first] + reach < place) ++first;
    if (first < left.size() && left[first] <= place + reach) near.push_back(place);
  }
  return near;
}

}  // namespace

DocumentList find_near(PositionStore& store, std::span<const WordMatch> words, std::uint32_t distance) {
  Places places = places_of(store, words[0], 0);
  for (const WordMatch& word : words.subspan(1)) {
    places = near_to(places, places_of(store, word, 0), distance + 1);
  }
  DocumentList documents;
  for (const std::uint64_t place : places) {
    const auto document = static_cast<DocId>(place >> 32);
    if (documents.empty() || documents.back() != document) documents.push_back(document);
  }
  return documents;
}

}  // namespace catchword
