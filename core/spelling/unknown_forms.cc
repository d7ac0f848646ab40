#include "spelling/unknown_forms.h"

#include <algorithm>

#include "analysis/stemmer.h"
#include "search/matcher.h"

namespace catchword {
namespace {

std::vector<std::string> languages_of(std::string_view list, std::string_view first) {
  std::vector<std::string> languages;
  while (!list.empty()) {
    const std::size_t end = std::min(list.find(' '), list.size());
    languages.emplace_back(list.substr(0, end));
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  const auto found = std::find(languages.begin(), languages.end(), primary_language(first));
  if (found != languages.end()) std::rotate(languages.begin(), found, found + 1);
  return languages;
}

// Numbers and single characters have no inflections; identifiers have parts, chains words.
bool may_be_inflected(const QueryWord& word) {
  const char first = word.folded[0];
  return word.parts.empty() && !word.is_chain && word.prefix != Prefix::kCharacter && !(first >= '0' && first <= '9');
}

bool is_unknown(BlockStore& store, const QueryWord& word) {
  return may_be_inflected(word) && match_word(store, word).empty();
}

// In another language than the first a stem of one or two letters is what chance left of the word: `line` is one letter
// and an ending in Turkish.
constexpr std::size_t kShortestForeign = 3;  // bytes

// Tries one language after the other. The result is the script that is missing, or empty.
std::string find_stem(BlockStore& store, const std::vector<std::string>& languages, QueryWord& word) {
  for (const std::string& language : languages) {
    const Stemmer stemmer(language);
    if (!stemmer.ready()) return "stemmer-" + language;
    word.stem = stemmer.stem(word.form);
    if (word.stem.size() < kShortestForeign && &language != &languages.front()) continue;
    if (store.is_lacking() || !match_word(store, word).empty()) return {};
  }
  word.stem.clear();
  return {};
}

}  // namespace

std::vector<std::string> find_stems(BlockStore& store, std::string_view language,
                                    const std::vector<QueryWord*>& words) {
  std::vector<QueryWord*> unknown;
  for (QueryWord* word : words) {
    if (is_unknown(store, *word)) unknown.push_back(word);
  }
  std::vector<std::string> missing;
  if (store.is_lacking()) return missing;
  const std::vector<std::string> languages = languages_of(store.root().languages, language);
  for (QueryWord* word : unknown) {
    std::string script = find_stem(store, languages, *word);
    const bool is_new = std::find(missing.begin(), missing.end(), script) == missing.end();
    if (!script.empty() && is_new) missing.push_back(std::move(script));
  }
  return missing;
}

}  // namespace catchword
