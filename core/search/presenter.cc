#include "search/presenter.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace catchword {
namespace {

struct Candidate {
  const TextPassage* passage = nullptr;
  std::uint64_t worth = 0;
};

using Candidates = std::vector<Candidate>;

// Puts `candidate` behind those that are worth as much; whoever has no place left falls out.
void insert(Candidates& chosen, Candidate candidate) {
  bool placed = false;
  for (Candidate& place : chosen) {
    placed = placed || place.passage == nullptr || candidate.worth > place.worth;
    if (placed) std::swap(place, candidate);
  }
}

// The document's part of the block `blocks_before` behind its first; null when the block lacks it.
const TextPart* find_part(const LoadedText& text, std::uint32_t blocks_before, std::uint32_t slot) {
  for (const TextPart& part : text.parts) {
    if (part.blocks_before == blocks_before && part.slot == slot) return &part;
  }
  return nullptr;
}

// The passages that answer best, best first, of equals the earliest; `matching` counts all that do.
Candidates choose_passages(const Highlighter& highlighter, const TextPart& part, std::size_t most,
                           std::uint32_t& matching) {
  Candidates chosen(std::min(most, part.passages.size()));
  for (const TextPassage& passage : part.passages) {
    const std::uint64_t worth =
        2 * highlighter.worth(passage.text) + highlighter.worth(passage.heading);
    if (worth > 0) ++matching;
    insert(chosen, {&passage, worth});
  }
  return chosen;
}

void present_passage(const Highlighter& highlighter, const TextPassage& passage, std::size_t snippet,
                     ResultPassage& result) {
  result.heading = highlighter.mark(passage.heading);
  result.anchor = passage.anchor;
  result.snippet = highlighter.excerpt(passage.text, snippet);
}

// How many of `chosen` are shown: those that say something, else the first.
std::size_t shown_of(const Candidates& chosen, std::uint32_t matching) {
  return std::min<std::size_t>(chosen.size(), std::max(matching, 1u));
}

void fill(SearchResult& result, const Highlighter& highlighter, const Request& request,
          const TextPart& part) {
  result.id = part.id;
  result.url = part.url;
  result.title = highlighter.mark(part.title);
  result.metadata = part.metadata;
  const Candidates chosen =
      choose_passages(highlighter, part, request.passages, result.passage_count);
  result.passages = std::vector<ResultPassage>(shown_of(chosen, result.passage_count));
  for (std::size_t i = 0; i < result.passages.size(); ++i) {
    present_passage(highlighter, *chosen[i].passage, request.snippet, result.passages[i]);
  }
}

}  // namespace

void present(BlockStore& store, const Highlighter& highlighter, const Request& request,
             const Hit& hit, SearchResult& result) {
  result.partial = !hit.complete;
  const TextPlace* place = store.place(hit.document);
  if (place == nullptr) return;
  const BlockOrdinal block = std::min(place->block + hit.best_block, store.root().text_blocks() - 1);
  const LoadedText* text = store.text(block);
  if (text == nullptr) return;
  const TextPart* part = find_part(*text, block - place->block, place->slot);
  if (part != nullptr) fill(result, highlighter, request, *part);
}

}  // namespace catchword
