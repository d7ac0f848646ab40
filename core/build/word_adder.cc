#include "build/word_adder.h"

#include <algorithm>

namespace catchword {
namespace {

bool stands(const WordCount& word) {
  return std::any_of(word.counts.begin(), word.counts.end(), [](auto count) { return count != 0; });
}

}  // namespace

WordAdder::WordAdder(DocumentTerms& terms) : terms_(terms) {
  for (std::size_t i = 0; i < terms.words.size(); ++i) places_.emplace(terms.words[i].form, i);
}

void WordAdder::add(FormId form, const WordCount& source) {
  const WordCount from = source;  // it may be one of those that move
  const auto [place, is_new] = places_.try_emplace(form, terms_.words.size());
  if (is_new) {
    WordCount& created = terms_.words.emplace_back();
    created.form = form;
    created.language = from.language;
    created.best_block = from.best_block;
  }
  WordCount& word = terms_.words[place->second];
  for (std::size_t field = 0; field < word.added.size(); ++field) {
    const int sum = word.added[field] + from.counts[field];
    word.added[field] = static_cast<std::uint16_t>(std::min(sum, 0xFFFF));
  }
  if (stands(word)) return;
  word.language = std::min(word.language, from.language);
  word.best_block = std::min(word.best_block, from.best_block);
}

const WordCount* WordAdder::find(FormId form) const {
  const auto found = places_.find(form);
  if (found == places_.end() || !stands(terms_.words[found->second])) return nullptr;
  return &terms_.words[found->second];
}

}  // namespace catchword
