// Explanation: which part of a result's score comes from where.
//
// The search is told its question a second time, with an Explainer watching: what a word adds to a result's
// score is the difference that it makes, so the parts add up to the score, whatever scores are made of.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/json_writer.h"
#include "query/full_answer.h"
#include "search/scorer.h"
#include "search/search.h"

namespace catchword {

class Explainer final : public WordObserver {
 public:
  /// Explains the results of `answer`, as `scorer` comes to them. Borrows both.
  Explainer(const Scorer& scorer, const FullAnswer& answer);

  void note(const QueryWord& word, const WordMatch& match, const WordRarity& rarity) override;

  /// Of each result, in their order, once all words were noted. Ends the explainer.
  std::vector<Explanation> take();

 private:
  [[nodiscard]] FormKind kind_of(const QueryWord& word, const MatchedTerm& match) const;
  [[nodiscard]] std::vector<MatchedForm> forms_in(DocId document, const QueryWord& word,
                                                  const WordMatch& match) const;

  const Scorer& scorer_;
  const FullAnswer& answer_;
  std::vector<Explanation> explanations_;
  std::vector<std::uint32_t> known_;  // of each result, what the words before add up to
};

/// {"words": [{"word", "score", "idf", "forms": [{"form", "kind", "documents", "impact", "fields"}]}], "title", "complete"}
void write_explanation(JsonWriter& json, const Explanation& explanation);

/// "exact", "folded", "stem", "prefix", "pattern" or "correction".
std::string_view name_of(FormKind kind);

/// The names of Field bits, as they are typed before a colon: "title", "text".
std::vector<std::string> names_of_fields(std::uint8_t fields);

}  // namespace catchword
