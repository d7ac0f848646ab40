#include "search/search.h"

#include <algorithm>

#include "base/ascii.h"
#include "search/presenter.h"

namespace catchword {
namespace {

std::uint32_t rarity_of(const WordMatch& match, const Root& root) {
  std::uint32_t documents = 0;
  for (const MatchedTerm& term : match) {
    if (term.kinship != Kinship::kCompletion) {
      documents = std::max(documents, term.term->document_count);
    }
  }
  return inverse_document_frequency(documents, root.document_count);
}

}  // namespace

void Search::look_up(const QueryWord& word) {
  const WordMatch match = match_word(store_, word, request_.whole);
  if (word.in_chain && chain_is_known_) {
    if (!match.empty()) add(word, match, chain_is_name_ && !word.is_chain ? kEvidence : kOptional);
    return;
  }
  Role role = kEvidence;
  if (word.is_chain) {
    chain_is_known_ = !match.empty();
    if (match.empty()) {
      answer_.chain_unknown |= is_correctable(word.folded);
      return;
    }
    chain_is_name_ = std::none_of(word.folded.begin(), word.folded.end(), is_digit);
    if (chain_is_name_) role = kOptional;
  }
  if (request_.correct) propose(word, match);
  if (!match.empty() || word.parts.empty() || store_.is_lacking()) return add(word, match, role);
  for (const std::string& part : word.parts) {
    const bool last = &part == &word.parts.back();
    look_up(QueryWord{part, part, last ? word.prefix : Prefix::kNone, {}});
    before_ = nullptr;  // it is gone
  }
}

void Search::propose(const QueryWord& word, const WordMatch& match) {
  const QueryWord* before = before_;
  before_ = nullptr;
  if (match.empty()) return;
  if (before != nullptr) propose_joined(*before, word);
  if (match[0].kinship < Kinship::kInflection) before_ = &word;
  likelier_ = &match[0].term->likelier;
  if (match.back().kinship == Kinship::kCompletion) return;
  for (const std::string& likelier : *likelier_) {
    if (likelier[0] != ' ') propose(word.form, likelier);
  }
}

// What both are together the first one tells.
void Search::propose_joined(const QueryWord& before, const QueryWord& word) {
  for (const std::string& likelier : *likelier_) {
    if (likelier == ' ' + word.folded) propose(before.form + ' ' + word.form, before.form + word.form);
  }
}

void Search::propose(const std::string& typed, const std::string& likelier) {
  answer_.proposals.push_back(typed);
  answer_.proposals.push_back(likelier);
}

void Search::add(const QueryWord& word, const WordMatch& match, Role role) {
  const WordRarity rarity = scorer_.add(match, word.count, role == kEvidence);
  if (observer_ != nullptr) observer_->note(word, match, rarity);
  highlighter_.add(word, match, rarity_of(match, store_.root()));
  if (match.empty()) answer_.unknown.push_back(std::string(word.form));
  if (is_cut_short(match)) answer_.exact = false;
}

bool Search::lacks_blocks() {
  if (request_.texts) store_.text_decoder();  // with the first files, so that it costs no round
  answer_.missing = store_.take_missing();
  return !answer_.missing.empty();
}

void Search::present(const Ranking& ranking) {
  answer_.total = ranking.total;
  answer_.complete = ranking.complete;
  answer_.results = std::vector<SearchResult>(ranking.hits.size());
  for (std::size_t i = 0; i < ranking.hits.size(); ++i) present(ranking.hits[i], answer_.results[i]);
  answer_.missing = store_.take_missing();
}

void Search::present(const Hit& hit, SearchResult& result) {
  result.document = hit.document;
  result.score = hit.score;
  if (request_.texts) catchword::present(store_, highlighter_, request_, hit, result);
}

}  // namespace catchword
