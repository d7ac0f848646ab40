#include "search/presenter.h"

#include <algorithm>

namespace catchword {
namespace {

struct Candidate {
  const TextPassage* passage;
  std::uint64_t worth;
};

// The document's part of the block `blocks_before` behind its first; null when the block lacks it.
const TextPart* find_part(const LoadedText& text, std::uint32_t blocks_before, std::uint32_t slot) {
  for (const TextPart& part : text.parts) {
    if (part.blocks_before == blocks_before && part.slot == slot) return &part;
  }
  return nullptr;
}

// The passages that answer best, best first; the first of all where none says anything.
std::vector<Candidate> choose_passages(const Highlighter& highlighter, const TextPart& part) {
  std::vector<Candidate> chosen;
  for (const TextPassage& passage : part.passages) {
    const std::uint64_t worth =
        2 * highlighter.worth(passage.text) + highlighter.worth(passage.heading);
    chosen.push_back({&passage, worth});
  }
  std::stable_sort(chosen.begin(), chosen.end(),
                   [](const Candidate& a, const Candidate& b) { return a.worth > b.worth; });
  std::size_t count = 1;
  while (count < std::min(chosen.size(), kMostPassages) && chosen[count].worth > 0) ++count;
  chosen.resize(std::min(chosen.size(), count));
  return chosen;
}

ResultPassage present_passage(const Highlighter& highlighter, const TextPart& part,
                              const TextPassage& passage) {
  ResultPassage result;
  result.heading = passage.heading;
  result.url = part.url;
  if (!passage.anchor.empty()) result.url.append("#").append(passage.anchor);
  result.snippet = highlighter.excerpt(passage.text, kSnippetBytes);
  return result;
}

void fill(SearchResult& result, const Highlighter& highlighter, const TextPart& part) {
  result.id = part.id;
  result.url = part.url;
  result.title = highlighter.mark(part.title);
  for (const TextMetadata& entry : part.metadata) {
    result.metadata.push_back(
        {std::string(entry.key), {entry.values.begin(), entry.values.end()}});
  }
  for (const Candidate& candidate : choose_passages(highlighter, part)) {
    result.passages.push_back(present_passage(highlighter, part, *candidate.passage));
  }
}

}  // namespace

SearchResult present(BlockStore& store, const Highlighter& highlighter, const Hit& hit) {
  SearchResult result;
  result.document = hit.document;
  result.score = hit.score;
  result.partial = !hit.complete;
  const AddressSpace& space = store.root().space;
  const BlockOrdinal first = space.block_of(hit.document);
  const BlockOrdinal block = std::min(first + hit.best_block, space.blocks - 1);
  const LoadedText* text = store.text(block);
  if (text == nullptr) return result;
  const TextPart* part = find_part(*text, block - first, space.slot_of(hit.document));
  if (part != nullptr) fill(result, highlighter, *part);
  return result;
}

}  // namespace catchword
