#include "query/phrase.h"

#include <algorithm>

#include "analysis/tokenizer.h"

namespace catchword {
namespace {

void add_starts(const MatchedTerm& term, const PositionList& list, std::uint32_t offset,
                Places& starts) {
  for (std::size_t i = 0; i < term.postings.size(); ++i) {
    const std::uint64_t document = term.postings[i].document;
    for (const Position position : list.of(i)) {
      if (position >= offset) starts.push_back(document << 32 | (position - offset));
    }
  }
}

void keep_common(Places& starts, const Places& other) {
  auto kept = starts.begin();
  auto at = other.begin();
  for (const std::uint64_t start : starts) {
    while (at != other.end() && *at < start) ++at;
    if (at != other.end() && *at == start) *kept++ = start;
  }
  starts.erase(kept, starts.end());
}

}  // namespace

QueryWord word_of_phrase(const std::string& folded) {
  std::vector<Token> tokens;
  tokenize(folded, 0, tokens);
  const bool is_character = tokens.size() == 1 && tokens[0].kind == TokenKind::kLast;
  return {folded, folded, is_character ? Prefix::kCharacter : Prefix::kNone, {}};
}

WordMatch match_in_phrase(BlockStore& store, const QueryWord& word) {
  return word.prefix == Prefix::kCharacter ? match_word(store, word) : match_exactly(store, word.folded);
}

Places places_of(PositionStore& store, const WordMatch& word, std::uint32_t offset) {
  (void)store.directory();  // asked for beside the terms, so that it costs no round of its own
  Places starts;
  for (const MatchedTerm& term : word) {
    const PositionList* list = store.positions(term.block, term.entry);
    if (list != nullptr) add_starts(term, *list, offset, starts);
  }
  if (word.size() > 1) std::sort(starts.begin(), starts.end());  // one spelling's are sorted
  return starts;
}

Places places_of(PositionStore& store, const QueryPhrase& phrase, std::span<const WordMatch> words) {
  Places starts = places_of(store, words[0], phrase.offsets[0]);
  for (std::size_t i = 1; i < words.size(); ++i) {
    keep_common(starts, places_of(store, words[i], phrase.offsets[i]));
  }
  return starts;
}

std::vector<PhraseHit> find_phrase(PositionStore& store, const QueryPhrase& phrase,
                                   std::span<const WordMatch> words) {
  std::vector<PhraseHit> hits;
  for (const std::uint64_t start : places_of(store, phrase, words)) {
    const auto document = static_cast<DocId>(start >> 32);
    const auto position = static_cast<Position>(start);
    if (!hits.empty() && hits.back().document == document) continue;
    hits.push_back({document, static_cast<std::uint16_t>(position / kPositionsPerBlock)});
  }
  return hits;
}

std::vector<WordMatch> add_words(Search& search, PhraseMarks& marks, const QueryPhrase& phrase,
                                 Search::Role role) {
  marks.add(phrase);
  search.narrow(marks);
  std::vector<WordMatch> matches(phrase.words.size());
  for (std::size_t i = 0; i < matches.size(); ++i) {
    const QueryWord word = word_of_phrase(phrase.words[i]);
    matches[i] = match_in_phrase(search.store(), word);
    search.add(word, matches[i], role);
  }
  return matches;
}

}  // namespace catchword
