#include "query/leaf_match.h"

#include <algorithm>

#include "query/phrase.h"
#include "query/term_patterns.h"

namespace catchword {
namespace {

// Keeps the postings for which `is_wanted(term, number of the posting)`, and the terms that have any.
template <class IsWanted>
void choose(LeafMatch& found, const IsWanted& is_wanted) {
  WordMatch kept;
  for (MatchedTerm term : found.match) {
    std::vector<Posting> postings;
    for (std::size_t i = 0; i < term.postings.size(); ++i) {
      if (is_wanted(term, i)) postings.push_back(term.postings[i]);
    }
    if (postings.empty()) continue;
    found.chosen.push_back(std::move(postings));
    term.postings = found.chosen.back();
    kept.push_back(term);
  }
  found.match = std::move(kept);
}

// Keeps the postings in which the word stands in one of `fields`.
void choose_fields(LeafMatch& found, std::uint8_t fields) {
  choose(found, [fields](const MatchedTerm& term, std::size_t i) { return (term.postings[i].fields & fields) != 0; });
}

// Keeps the postings of documents in which a term stands, and not only one of its aliases: there it has positions, or
// is a word of links, which have none.
void choose_standing(const Sources& sources, LeafMatch& found) {
  choose(found, [&](const MatchedTerm& term, std::size_t i) {
    if (term.term->aliases.empty() || (term.postings[i].fields & kLinkText) != 0) return true;
    const PositionList* positions = sources.positions.positions(term.block, term.entry);
    return positions == nullptr || !positions->of(i).empty();
  });
}

// The terms of the written form itself; of a single character the pairs that begin with it.
WordMatch match_form(BlockStore& store, QueryWord word) {
  if (word.prefix == Prefix::kUnfinished) word.prefix = Prefix::kNone;
  WordMatch match = match_word(store, word);
  const auto is_other = [&](const MatchedTerm& term) {
    return term.kinship != Kinship::kForm || !term.term->form.starts_with(word.form);
  };
  match.erase(std::remove_if(match.begin(), match.end(), is_other), match.end());
  return match;
}

WordMatch match_terms_of(const Sources& sources, const Expression& leaf, const QueryWord& word,
                         bool& whole) {
  switch (leaf.kind) {
    case Expression::kExact: return match_form(sources.words, word);
    case Expression::kPattern: return match_pattern(sources, word.folded, whole);
    case Expression::kFuzzy: return match_fuzzy(sources, word.folded, leaf.distance, whole);
    default: return match_word(sources.words, word);
  }
}

}  // namespace

std::uint8_t fields_of_key(std::string_view key) {
  if (key == "title") return kTitle;
  if (key == "heading") return kHeading;
  if (key == "text") return kBody;
  if (key == "link") return kLinkText;
  return 0;
}

bool has_key(BlockStore& store, std::string_view key) {
  if (fields_of_key(key) != 0) return true;
  if (store.root().terms.separators.empty()) return false;
  const std::string prefix = word_under(key, {}).folded;
  const std::size_t first = store.block_of(prefix);
  const std::size_t last = store.knows(first) ? store.last_block_of(prefix) : first;
  for (std::size_t ordinal = store.knows(last) ? first : last; ordinal <= last; ++ordinal) {
    const TermBlock* block = store.terms(ordinal);
    if (block == nullptr) return true;
    const std::size_t i = block->lower_bound(prefix);
    if (i == block->entries().size()) continue;
    return block->entries()[i].term.folded.starts_with(prefix);
  }
  return false;
}

QueryWord word_under(std::string_view key, const QueryWord& word) {
  const std::string prefix = std::string(":").append(key).append(":");
  return {prefix + word.form, prefix + word.folded, word.prefix, {}};
}

LeafMatch match_lists(const Sources& sources, const Expression& leaf) {
  LeafMatch found;
  const bool under_key = !leaf.key.empty() && fields_of_key(leaf.key) == 0;
  const QueryWord word = under_key ? word_under(leaf.key, leaf.word) : leaf.word;
  found.match = match_terms_of(sources, leaf, word, found.whole);
  if (is_cut_short(found.match)) found.whole = false;
  return found;
}

LeafMatch match_leaf(const Sources& sources, const Expression& leaf) {
  LeafMatch found = match_lists(sources, leaf);
  if (leaf.kind == Expression::kExact) choose_standing(sources, found);
  if (const std::uint8_t fields = fields_of_key(leaf.key); fields != 0) choose_fields(found, fields);
  return found;
}

std::vector<WordMatch> match_words(BlockStore& store, const Expression& phrase) {
  const bool under_key = !phrase.key.empty() && fields_of_key(phrase.key) == 0;
  std::vector<WordMatch> words(phrase.phrase.words.size());
  for (std::size_t i = 0; i < words.size(); ++i) {
    const QueryWord word = word_of_phrase(phrase.phrase.words[i]);
    words[i] = match_in_phrase(store, under_key ? word_under(phrase.key, word) : word);
  }
  return words;
}

DocumentList documents_of(const WordMatch& match) {
  DocumentList documents;
  for (const MatchedTerm& term : match) {
    DocumentList own;
    for (const Posting& posting : term.postings) own.push_back(posting.document);
    documents = documents.empty() ? std::move(own) : union_of(documents, own);
  }
  return documents;
}

}  // namespace catchword
