#include "build/aliases.h"

#include <algorithm>
#include <utility>

#include "analysis/word.h"
#include "index/limits.h"

namespace catchword {
namespace {

using Dictionary = std::vector<DictionaryTerm>;

// The term whose written form is `form`; the end when there is none.
Dictionary::const_iterator find_term(const Dictionary& terms, std::string_view form) {
  const std::string folded = fold(form);
  const TermKey key{folded, false, form};
  const auto found = std::lower_bound(terms.begin(), terms.end(), key, [](const auto& term, const TermKey& wanted) {
    return key_of(term) < wanted;
  });
  return found != terms.end() && found->form == form ? found : terms.end();
}

// How many documents have the rarest of its words.
std::uint32_t documents_of(const Dictionary& terms, std::string_view phrase) {
  std::uint32_t documents = 0xFFFFFFFF;
  for (std::size_t at = 0; at < phrase.size();) {
    const std::size_t end = std::min(phrase.find(' ', at), phrase.size());
    const auto term = find_term(terms, phrase.substr(at, end - at));
    documents = std::min(documents, term == terms.end() ? 0 : term->document_count);
    at = end + 1;
  }
  return documents;
}

struct Candidate {
  std::uint32_t documents;
  const std::string* alias;
};

// The most frequent, in the order of their letters, in which they were given.
std::vector<std::string> chosen(std::vector<Candidate> candidates) {
  std::erase_if(candidates, [](const Candidate& candidate) { return candidate.documents == 0; });
  if (candidates.size() > kMostAliases) {
    std::stable_sort(candidates.begin(), candidates.end(),
                     [](const Candidate& a, const Candidate& b) { return a.documents > b.documents; });
    candidates.resize(kMostAliases);
  }
  std::vector<std::string> aliases;
  for (const Candidate& candidate : candidates) aliases.push_back(*candidate.alias);
  std::sort(aliases.begin(), aliases.end());
  return aliases;
}

}  // namespace

void Aliases::add(std::string_view form, std::string alias) {
  if (alias.empty() || alias == form) return;
  const auto found = by_form_.find(form);
  auto& aliases = found != by_form_.end() ? found->second : by_form_[std::string(form)];
  aliases.insert(std::move(alias));
}

void Aliases::assign_to(InvertedIndex& index) const {
  const Dictionary& terms = index.terms;
  for (const auto& [form, aliases] : by_form_) {
    const auto term = find_term(terms, form);
    if (term == terms.end()) continue;
    std::vector<Candidate> candidates;
    for (const std::string& alias : aliases) candidates.push_back({documents_of(terms, alias), &alias});
    std::vector<std::string> own = chosen(std::move(candidates));
    if (!own.empty()) index.aliases[static_cast<TermId>(term - terms.begin())] = std::move(own);
  }
}

}  // namespace catchword
