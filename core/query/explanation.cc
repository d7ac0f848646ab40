#include "query/explanation.h"

#include <algorithm>
#include <array>

namespace catchword {
namespace {

// Without the metadata key under which the term stands: ":author:dai".
std::string_view bare(std::string_view form) {
  if (!form.starts_with(':')) return form;
  return form.substr(std::min(form.find(':', 1), form.size() - 1) + 1);
}

const Posting* find_posting(const MatchedTerm& match, DocId document) {
  const auto found = std::find_if(match.postings.begin(), match.postings.end(),
                                  [document](const Posting& posting) { return posting.document == document; });
  return found == match.postings.end() ? nullptr : &*found;
}

bool is_among_words(std::string_view word, std::string_view text) {
  const std::string spaced = ' ' + std::string(text) + ' ';
  return spaced.find(' ' + std::string(word) + ' ') != spaced.npos;
}

bool is_completion(const MatchedForm& form) { return form.kind == FormKind::kPrefix; }

}  // namespace

Explainer::Explainer(const Scorer& scorer, const FullAnswer& answer)
    : scorer_(scorer), answer_(answer), explanations_(answer.results.size()), known_(answer.results.size()) {}

FormKind Explainer::kind_of(const QueryWord& word, const MatchedTerm& match) const {
  const bool is_correction = std::any_of(
      answer_.corrections.begin(), answer_.corrections.end(),
      [&](const Correction& correction) { return is_among_words(word.form, correction.to); });
  const auto& others = word.others;
  if (std::find(others.begin(), others.end(), match.term->folded) != others.end()) return FormKind::kCorrection;
  switch (match.kinship) {
    case Kinship::kForm: break;
    case Kinship::kFolded:
      if (word.guessed && match.term->form == word.form) break;
      return FormKind::kFolded;
    case Kinship::kInflection:
      if (match.term->folded == word.folded) return FormKind::kFolded;
      return word.folded.find_first_of("*?") != word.folded.npos ? FormKind::kPattern : FormKind::kStem;
    case Kinship::kCompletion: return FormKind::kPrefix;
  }
  if (bare(match.term->form) != word.form) return FormKind::kPattern;
  return is_correction ? FormKind::kCorrection : FormKind::kExact;
}

std::vector<MatchedForm> Explainer::forms_in(DocId document, const QueryWord& word,
                                             const WordMatch& match) const {
  std::vector<MatchedForm> forms;
  for (const MatchedTerm& term : match) {
    const Posting* posting = find_posting(term, document);
    if (posting == nullptr) continue;
    forms.push_back({std::string(bare(term.term->form)), kind_of(word, term), term.term->document_count,
                     posting->impact, posting->fields});
  }
  return forms;
}

void Explainer::note(const QueryWord& word, const WordMatch& match, const WordRarity& rarity) {
  for (std::size_t i = 0; i < explanations_.size(); ++i) {
    const DocId document = answer_.results[i].document;
    std::vector<MatchedForm> forms = forms_in(document, word, match);
    if (forms.empty()) continue;
    const std::uint32_t sum = scorer_.parts_of(document).words;
    const bool is_begun = std::all_of(forms.begin(), forms.end(), is_completion);
    explanations_[i].words.push_back(
        {word.form, sum - known_[i], is_begun ? rarity.completion : rarity.all, std::move(forms)});
    known_[i] = sum;
  }
}

std::vector<Explanation> Explainer::take() {
  for (std::size_t i = 0; i < explanations_.size(); ++i) {
    if (explanations_[i].words.empty()) continue;  // listed: the scorer doesn't know it
    const ScoreParts parts = scorer_.parts_of(answer_.results[i].document);
    explanations_[i].title = parts.title;
    explanations_[i].complete = answer_.results[i].score - parts.sum();
  }
  return std::move(explanations_);
}

std::string_view name_of(FormKind kind) {
  constexpr std::array<std::string_view, 6> kNames{"exact", "folded", "stem", "prefix", "pattern", "correction"};
  return kNames[static_cast<std::size_t>(kind)];
}

std::vector<std::string> names_of_fields(std::uint8_t fields) {
  constexpr std::array<std::string_view, kFieldCount> kNames{"title", "heading", "text", "link", "metadata"};
  std::vector<std::string> names;
  for (std::size_t i = 0; i < kNames.size(); ++i) {
    if ((fields >> i & 1) != 0) names.emplace_back(kNames[i]);
  }
  return names;
}

void write_explanation(JsonWriter& json, const Explanation& explanation) {
  json.open('{').key("words").open('[');
  for (const WordExplanation& word : explanation.words) {
    json.open('{').key("word").string(word.word);
    json.key("score").number(word.score);
    json.key("idf").number(word.idf);
    json.key("forms").open('[');
    for (const MatchedForm& form : word.forms) {
      json.open('{').key("form").string(form.form);
      json.key("kind").string(name_of(form.kind));
      json.key("documents").number(form.documents);
      json.key("impact").number(form.impact);
      json.key("fields").strings(names_of_fields(form.fields));
      json.close('}');
    }
    json.close(']').close('}');
  }
  json.close(']').key("title").number(explanation.title).key("complete").number(explanation.complete).close('}');
}

}  // namespace catchword
