#include "search/likelier_word.h"

#include <algorithm>

#include "base/shared_prefix.h"

namespace catchword {
namespace {

constexpr std::uint32_t kMostDocuments = 3;  // of a rare word
constexpr std::uint32_t kFarMore = 16;       // times as many
constexpr std::size_t kShortest = 4;         // letters; shorter words have too many neighbours

// The bytes of a letter of `word`; of scripts whose letters take three nothing is proposed.
std::size_t letter_size(std::string_view word) { return (word[0] & 0x80) != 0 ? 2 : 1; }

bool is_one_edit(std::string_view a, std::string_view b, std::size_t letter) {
  const std::size_t same = shared_prefix(a, b);
  a.remove_prefix(same);
  b.remove_prefix(same);
  while (!a.empty() && !b.empty() && a.back() == b.back()) {
    a.remove_suffix(1);
    b.remove_suffix(1);
  }
  if (std::max(a.size(), b.size()) <= letter) return true;
  return a.size() == 2 * letter && a.substr(letter) == b.substr(0, letter) && b.substr(letter) == a.substr(0, letter);
}

// How many documents have the word, or one that it stands for; very many where it may go on.
std::uint32_t documents_of(const WordMatch& match) {
  std::uint32_t documents = 0;
  for (const MatchedTerm& matched : match) {
    if (matched.kinship == Kinship::kCompletion) return ~0u;
    documents = std::max(documents, matched.term->document_count);
  }
  return documents;
}

}  // namespace

const Term* likelier_word(BlockStore& store, const QueryWord& word, const WordMatch& match) {
  const std::uint32_t documents = documents_of(match);
  if (match.empty() || documents > kMostDocuments) return nullptr;
  const std::size_t letter = letter_size(word.folded);
  if (word.folded.size() < kShortest * letter || !is_correctable(word.folded)) return nullptr;
  const Term* best = nullptr;
  std::uint32_t least = documents * kFarMore;
  for (const TermBlock::Entry& entry : store.terms(match[0].block)->entries()) {
    const Term& term = entry.term;
    if (term.document_count < least || !term.is_word() || !is_one_edit(term.folded, word.folded, letter)) continue;
    best = &term;
    least = term.document_count + 1;
  }
  return best;
}

}  // namespace catchword
