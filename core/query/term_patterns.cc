#include "query/term_patterns.h"

#include <algorithm>
#include <vector>

#include "base/utf8.h"
#include "query/completions.h"
#include "spelling/neighbours.h"

namespace catchword {
namespace {

std::size_t next_character(std::string_view text, std::size_t at) {
  ++at;
  while (at < text.size() && is_continuation(text[at])) ++at;
  return at;
}

// The terms that begin with `prefix` and for which `is_wanted`.
template <class IsWanted>
WordMatch match_terms(BlockStore& store, std::string_view prefix, Kinship kinship, bool& whole,
                      const IsWanted& is_wanted) {
  WordMatch matches;
  if (store.root().terms.separators.empty()) return matches;
  const std::size_t first = store.block_of(prefix);
  std::size_t last = store.last_block_of(prefix);
  if (!store.knows(first)) last = first;
  if (!store.knows(last)) return store.terms(last), matches;  // a page is missing
  if (last - first >= kMostPatternBlocks) {
    last = first + kMostPatternBlocks - 1;
    whole = false;
  }
  for (std::size_t ordinal = first; ordinal <= last; ++ordinal) {
    const TermBlock* block = store.terms(ordinal);
    if (block == nullptr) continue;
    for (std::size_t i = block->lower_bound(prefix); i < block->entries().size(); ++i) {
      const TermBlock::Entry& entry = block->entries()[i];
      if (!entry.term.folded.starts_with(prefix)) break;
      if (!entry.term.is_word() || !is_wanted(entry.term)) continue;
      matches.push_back({&entry.term, block->postings(entry), kinship, ordinal, i});
    }
  }
  return matches;
}

// Under a key, terms begin with it; of the word itself the first character must be right.
WordMatch match_beginning_alike(BlockStore& store, std::string_view folded, std::uint32_t most, bool& whole) {
  EditDistance distance(characters_of(folded), most);
  const std::string_view prefix = folded.substr(0, next_character(folded, folded.rfind(':') + 1));
  return match_terms(store, prefix, Kinship::kInflection, whole,
                     [&](const Term& term) { return distance.cost_of(term.folded) != kTooFar; });
}

// The words of the block in which `folded` stands, or would.
WordMatch match_beside(BlockStore& store, std::string_view folded, std::uint32_t most) {
  WordMatch matches;
  if (store.root().terms.separators.empty()) return matches;
  EditDistance distance(characters_of(folded), most);
  const std::size_t ordinal = store.block_of(folded);
  const TermBlock* block = store.terms(ordinal);
  if (block == nullptr) return matches;
  for (std::size_t i = 0; i < block->entries().size(); ++i) {
    const TermBlock::Entry& entry = block->entries()[i];
    if (!entry.term.is_word() || distance.cost_of(entry.term.folded) == kTooFar) continue;
    matches.push_back({&entry.term, block->postings(entry), Kinship::kInflection, ordinal, i});
  }
  return matches;
}

WordMatch match_neighbours(const Sources& sources, const std::string& folded, std::uint32_t most, bool& whole) {
  WordMatch matches = match_beside(sources.words, folded, most);
  const std::size_t known = matches.size();
  std::vector<Neighbour> neighbours = words_within(sources.spelling, folded, most);
  if (neighbours.size() > kMostVocabularyWords) {
    neighbours.resize(kMostVocabularyWords);
    whole = false;
  }
  for (const Neighbour& neighbour : neighbours) {
    for (const MatchedTerm& match : match_exactly(sources.words, neighbour.word.folded)) {
      const bool is_known = std::any_of(
          matches.begin(), matches.begin() + static_cast<std::ptrdiff_t>(known),
          [&](const MatchedTerm& other) { return other.term == match.term; });
      if (!is_known) matches.push_back(match);
    }
  }
  return matches;
}

// Where words stand that fit a pattern which begins with a sign: among those that end as it does, or anywhere.
struct PatternRange {
  WordOrder order;
  BlockRange blocks;
};

PatternRange range_for(const SpellingDirectory& directory, std::string_view pattern, bool& whole) {
  const std::string_view ending = pattern.substr(pattern.find_last_of("*?") + 1);
  WordOrder order = ending.empty() ? WordOrder::kForward : WordOrder::kReversed;
  BlockRange blocks = blocks_of(directory[order], arranged(ending, order));
  if (blocks.size() <= kMostPatternBlocks) return {order, blocks};
  whole = false;
  if (!directory[WordOrder::kCommon].empty()) {
    order = WordOrder::kCommon;
    blocks = blocks_of(directory[order], {});
  }
  blocks.last = std::min(blocks.last, blocks.first + kMostPatternBlocks - 1);
  return {order, blocks};
}

// The likeliest words of the vocabulary that fit, and one more where there are more.
std::vector<SpelledWord> words_fitting(SpellingLists& lists, std::string_view pattern, bool& whole) {
  std::vector<SpelledWord> words;
  const SpellingDirectory* directory = lists.directory();
  if (directory == nullptr) return words;
  const auto [order, blocks] = range_for(*directory, pattern, whole);
  for (std::size_t ordinal = blocks.first; ordinal <= blocks.last; ++ordinal) {
    const std::vector<SpelledWord>* block = lists.block(order, ordinal);
    if (block == nullptr) continue;
    for (const SpelledWord& word : *block) {
      const bool is_one = is_chain(word.folded) == is_chain(pattern);
      if (is_one && fits(pattern, word.folded)) keep_likeliest(word, kMostVocabularyWords + 1, words);
    }
  }
  return words;
}

// What is typed beside the signs, and the words of the vocabulary that fit. Of the dictionary only what is typed is
// asked for before all words are known: they may be others.
WordMatch match_vocabulary(const Sources& sources, std::string_view pattern, bool& whole) {
  const std::size_t first = pattern.find_first_not_of("*?");
  const std::string typed(pattern.substr(first, pattern.find_last_not_of("*?") + 1 - first));
  WordMatch matches = match_exactly(sources.words, typed);
  sources.spelling.begin();
  std::vector<SpelledWord> words = words_fitting(sources.spelling, pattern, whole);
  if (sources.spelling.is_waiting()) return matches;
  if (words.size() > kMostVocabularyWords) {
    words.pop_back();
    whole = false;
  }
  for (const SpelledWord& word : words) {
    if (word.folded == typed) continue;
    const WordMatch spellings = match_exactly(sources.words, word.folded);
    matches.insert(matches.end(), spellings.begin(), spellings.end());
  }
  for (MatchedTerm& match : matches) {
    match.kinship = match.term->folded == typed ? Kinship::kForm : Kinship::kInflection;
  }
  return matches;
}

}  // namespace

bool fits(std::string_view pattern, std::string_view text) {
  std::size_t p = 0;
  std::size_t t = 0;
  std::size_t star = pattern.npos;  // the last * seen, and how much of the text it stands for
  std::size_t starred = 0;
  while (t < text.size()) {
    if (p < pattern.size() && pattern[p] == '*') {
      star = p++;
      starred = t;
    } else if (p < pattern.size() && pattern[p] == '?') {
      ++p;
      t = next_character(text, t);
    } else if (p < pattern.size() && pattern[p] == text[t]) {
      ++p;
      ++t;
    } else if (star != pattern.npos) {
      p = star + 1;
      t = starred = next_character(text, starred);
    } else {
      return false;
    }
  }
  while (p < pattern.size() && pattern[p] == '*') ++p;
  return p == pattern.size();
}

WordMatch match_pattern(const Sources& sources, std::string_view pattern, bool& whole) {
  const std::string_view prefix = pattern.substr(0, pattern.find_first_of("*?"));
  if (prefix.empty()) return match_vocabulary(sources, pattern, whole);
  return match_terms(sources.words, prefix, Kinship::kForm, whole,
                     [pattern](const Term& term) { return fits(pattern, term.folded); });
}

WordMatch match_fuzzy(const Sources& sources, const std::string& folded, std::uint32_t most, bool& whole) {
  const bool under_key = folded.starts_with(':');
  WordMatch matches = under_key ? match_beginning_alike(sources.words, folded, most, whole)
                                : match_neighbours(sources, folded, most, whole);
  for (MatchedTerm& match : matches) {
    match.kinship = match.term->folded == folded ? Kinship::kForm : Kinship::kInflection;
  }
  return matches;
}

}  // namespace catchword
