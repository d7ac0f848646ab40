#include "search/matcher.h"

#include <algorithm>

namespace catchword {
namespace {

MatchedTerm matched(const TermBlock& block, std::size_t ordinal, std::size_t entry,
                    Kinship kinship) {
  const TermBlock::Entry& found = block.entries()[entry];
  return {&found.term, block.postings(found), kinship, ordinal, entry};
}

bool contains(std::span<const MatchedTerm> matches, const Term& term) {
  return std::any_of(matches.begin(), matches.end(),
                     [&](const MatchedTerm& match) { return match.term == &term; });
}

// Appends the spellings of `folded`: the run of terms that fold to it. Where some document has the accents of `form`,
// who types them means them. An empty form is what may have been meant instead.
void add_spellings(BlockStore& store, const std::string& folded, std::string_view form,
                   WordMatch& matches) {
  const std::size_t ordinal = store.block_of(folded);
  const TermBlock* block = store.terms(ordinal);
  if (block == nullptr) return;
  std::size_t first = matches.size();
  Kinship other = form.empty() ? Kinship::kInflection : Kinship::kFolded;
  for (std::size_t i = block->lower_bound(folded);
       i < block->entries().size() && block->entries()[i].term.folded == folded; ++i) {
    const Term& term = block->entries()[i].term;
    if (!term.is_word()) continue;
    const bool typed = term.form == form;
    if (typed && form != folded) other = Kinship::kInflection;
    matches.push_back(matched(*block, ordinal, i, typed ? Kinship::kForm : Kinship::kFolded));
  }
  for (; first < matches.size(); ++first) {
    if (matches[first].kinship == Kinship::kFolded) matches[first].kinship = other;
  }
}

void add_class_in(BlockStore& store, std::size_t ordinal, const std::string& stem,
                  WordMatch& matches) {
  const TermBlock* block = store.terms(ordinal);
  if (block == nullptr) return;
  for (std::size_t i = 0; i < block->entries().size(); ++i) {
    const Term& term = block->entries()[i].term;
    if (!term.is_word() || term.stem != stem || contains(matches, term)) continue;
    matches.push_back(matched(*block, ordinal, i, Kinship::kInflection));
  }
}

// Appends the forms of the class of `term`, which is in the block `ordinal`; all in a class know the same kin.
void add_class_of(BlockStore& store, std::size_t ordinal, const Term& term, WordMatch& matches) {
  add_class_in(store, ordinal, term.stem, matches);
  for (const std::string& kin : term.kin) add_class_in(store, store.block_of(kin), term.stem, matches);
}

// Appends the terms that share a stem with one of the first `count` matches.
void add_inflections(BlockStore& store, std::size_t count, WordMatch& matches) {
  for (std::size_t i = 0; i < count; ++i) add_class_of(store, matches[i].block, *matches[i].term, matches);
}

// Appends the forms of a class, beginning where its stem would stand: there is one of them or a reference.
void add_class(BlockStore& store, const std::string& stem, WordMatch& matches) {
  const std::size_t home = store.block_of(stem);
  const TermBlock* block = store.terms(home);
  if (block == nullptr) return;
  for (const TermBlock::Entry& entry : block->entries()) {
    if (entry.term.completion || entry.term.stem != stem) continue;
    return add_class_of(store, home, entry.term, matches);
  }
}

// Completions that begin with `form`, too. They differ from each other, so each is compared with the first `known`
// matches alone.
void add_completions_in(const TermBlock& block, std::size_t ordinal, const std::string& prefix, std::string_view form,
                        Kinship kinship, std::size_t known, WordMatch& matches) {
  for (std::size_t i = block.lower_bound(prefix);
       i < block.entries().size() && block.entries()[i].term.folded.starts_with(prefix); ++i) {
    const Term& term = block.entries()[i].term;
    if (!term.is_word() || !term.form.starts_with(form) || contains(std::span(matches).first(known), term)) continue;
    matches.push_back(matched(block, ordinal, i, kinship));
  }
}

// The completion term of `prefix` in the block where it would stand; false when there is none.
bool add_completion_term(BlockStore& store, const std::string& prefix, WordMatch& matches) {
  const std::size_t ordinal = store.block_of(prefix);
  const TermBlock* block = store.terms(ordinal);
  if (block == nullptr) return true;  // not known yet
  const std::size_t i = block->lower_bound(prefix);
  if (i == block->entries().size()) return false;
  const Term& term = block->entries()[i].term;
  if (!term.completion || term.folded != prefix) return false;
  matches.push_back(matched(*block, ordinal, i, Kinship::kCompletion));
  return true;
}

void add_completions(BlockStore& store, const std::string& prefix, std::string_view form, Kinship kinship, bool whole,
                     WordMatch& matches) {
  const std::size_t first = store.block_of(prefix);
  const std::size_t last = store.last_block_of(prefix);
  const bool many = last - first >= kMostPrefixBlocks;
  if (many && !whole && add_completion_term(store, prefix, matches)) return;
  const std::size_t known = matches.size();
  // Of blocks that a missing page would tell only the page is asked for; the first one's was.
  for (std::size_t ordinal = store.knows(last) ? first : last; ordinal <= last; ++ordinal) {
    const TermBlock* block = store.terms(ordinal);
    if (block != nullptr) add_completions_in(*block, ordinal, prefix, form, kinship, known, matches);
  }
}

}  // namespace

WordMatch match_word(BlockStore& store, const QueryWord& word, bool whole) {
  WordMatch matches;
  if (store.root().terms.empty()) return matches;
  add_spellings(store, word.folded, word.guessed ? word.folded : word.form, matches);
  add_inflections(store, matches.size(), matches);
  if (matches.empty() && !word.stem.empty()) add_class(store, word.stem, matches);
  for (const std::string& other : word.others) add_spellings(store, other, {}, matches);
  if (word.prefix == Prefix::kNone) return matches;
  const Kinship kinship = word.prefix == Prefix::kUnfinished ? Kinship::kCompletion : Kinship::kForm;
  const std::size_t known = matches.size();
  if (word.form != word.folded) add_completions(store, word.folded, word.form, kinship, whole, matches);
  if (matches.size() == known) add_completions(store, word.folded, {}, kinship, whole, matches);
  return matches;
}

WordMatch match_exactly(BlockStore& store, const std::string& folded) {
  WordMatch matches;
  if (!store.root().terms.empty()) add_spellings(store, folded, folded, matches);
  return matches;
}

bool is_cut_short(const WordMatch& match) {
  return std::any_of(match.begin(), match.end(), [](const MatchedTerm& term) {
    return term.term->completion && term.term->document_count > term.postings.size();
  });
}

}  // namespace catchword
