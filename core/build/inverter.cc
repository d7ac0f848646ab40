#include "build/inverter.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <string_view>
#include <unordered_map>

#include "analysis/word.h"
#include "base/parallel.h"

namespace catchword {
namespace {

using TermId = std::uint32_t;

// For each lexicon, the term that each of its forms is.
using TermIds = std::vector<std::vector<TermId>>;

std::vector<Term> sorted_terms(const std::vector<Lexicon>& lexicons) {
  std::vector<std::string_view> forms;
  for (const Lexicon& lexicon : lexicons) {
    forms.insert(forms.end(), lexicon.forms().begin(), lexicon.forms().end());
  }
  std::sort(forms.begin(), forms.end());
  forms.erase(std::unique(forms.begin(), forms.end()), forms.end());
  std::vector<Term> terms(forms.size());
  for (std::size_t i = 0; i < forms.size(); ++i) {
    terms[i].form = forms[i];
    terms[i].folded = fold(forms[i]);
  }
  std::sort(terms.begin(), terms.end(), [](const Term& a, const Term& b) {
    return TermKey::of(a) < TermKey::of(b);
  });
  return terms;
}

TermIds number_forms(const std::vector<Lexicon>& lexicons, const std::vector<Term>& terms) {
  std::unordered_map<std::string_view, TermId> by_form;
  by_form.reserve(terms.size());
  for (TermId id = 0; id < terms.size(); ++id) by_form.emplace(terms[id].form, id);
  TermIds ids;
  for (const Lexicon& lexicon : lexicons) {
    std::vector<TermId>& numbers = ids.emplace_back();
    for (const std::string& form : lexicon.forms()) numbers.push_back(by_form.at(form));
  }
  return ids;
}

void count_lists(const std::vector<AnalyzedDocument>& documents, const TermIds& ids,
                 InvertedIndex& index) {
  index.starts.assign(index.terms.size() + 1, 0);
  for (const AnalyzedDocument& document : documents) {
    for (const WordCount& word : document.terms.words) {
      ++index.starts[ids[document.lexicon][word.form] + 1];
    }
  }
  for (std::size_t i = 0; i < index.terms.size(); ++i) {
    index.terms[i].document_count = static_cast<std::uint32_t>(index.starts[i + 1]);
  }
  std::partial_sum(index.starts.begin(), index.starts.end(), index.starts.begin());
}

// Each term's language is that in which most of its documents have it; the first of equals.
void assign_languages(const std::vector<AnalyzedDocument>& documents, const TermIds& ids,
                      InvertedIndex& index) {
  std::vector<std::array<std::uint32_t, Languages::kMost>> counts(index.terms.size());
  for (const AnalyzedDocument& document : documents) {
    for (const WordCount& word : document.terms.words) {
      ++counts[ids[document.lexicon][word.form]][word.language];
    }
  }
  for (const auto& of_term : counts) {
    const auto most = std::max_element(of_term.begin(), of_term.end());
    index.languages.push_back(static_cast<LanguageId>(most - of_term.begin()));
  }
}

std::uint8_t title_words(const DocumentTerms& terms) {
  return static_cast<std::uint8_t>(
      std::clamp<std::uint32_t>(terms.lengths[0], 1, kMostTitleWords));
}

void fill_lists(const std::vector<AnalyzedDocument>& documents, const TermIds& ids,
                const std::vector<FieldFactors>& factors, InvertedIndex& index) {
  std::vector<std::size_t> next(index.starts.begin(), index.starts.end() - 1);
  index.postings.resize(index.starts.back());
  index.positions.resize(index.starts.back());
  for (std::size_t i = 0; i < documents.size(); ++i) {
    const DocumentTerms& terms = documents[i].terms;
    for (const WordCount& word : terms.words) {
      const std::size_t at = next[ids[documents[i].lexicon][word.form]]++;
      const WordImpact impact = impact_of(word.counts, factors[i], word.added);
      Posting& posting = index.postings[at];
      posting = {static_cast<DocId>(i), impact.impact, impact.fields, 0, word.best_block};
      if (impact.fields & kTitle) posting.title_words = title_words(terms);
      index.positions[at] = std::span(terms.positions)
                                .subspan(word.position_begin,
                                         word.position_end - word.position_begin);
    }
  }
}

}  // namespace

PositionList InvertedIndex::position_list(std::size_t term) const {
  PositionList list;
  for (std::size_t i = starts[term]; i < starts[term + 1]; ++i) {
    list.positions.insert(list.positions.end(), positions[i].begin(), positions[i].end());
    list.starts.push_back(static_cast<std::uint32_t>(list.positions.size()));
  }
  return list;
}

InvertedIndex invert(const std::vector<AnalyzedDocument>& documents,
                     const std::vector<Lexicon>& lexicons, const FieldWeights& weights,
                     unsigned jobs) {
  LengthNormalizer lengths;
  for (const AnalyzedDocument& document : documents) lengths.add(document.terms);
  lengths.finish();
  std::vector<FieldFactors> factors(documents.size());
  parallel_for(documents.size(), jobs, [&](std::size_t i, unsigned) {
    factors[i] = field_factors(documents[i].terms, documents[i].linking_pages, lengths, weights);
  });
  InvertedIndex index;
  index.terms = sorted_terms(lexicons);
  const TermIds ids = number_forms(lexicons, index.terms);
  count_lists(documents, ids, index);
  assign_languages(documents, ids, index);
  fill_lists(documents, ids, factors, index);
  return index;
}

}  // namespace catchword
