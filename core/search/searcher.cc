#include "search/searcher.h"

#include <algorithm>

#include "search/highlighter.h"
#include "search/matcher.h"
#include "search/phrase.h"
#include "search/presenter.h"
#include "search/query.h"
#include "search/scorer.h"

namespace catchword {
namespace {

// A word of the query with all that is known of it.
struct LookedUp {
  QueryWord word;
  WordMatch match;
};

std::uint32_t rarity_of(const WordMatch& match, const Root& root) {
  std::uint32_t documents = 0;
  for (const MatchedTerm& term : match) {
    if (term.kinship != Kinship::kCompletion) {
      documents = std::max(documents, term.term->document_count);
    }
  }
  return inverse_document_frequency(documents, root.document_count);
}

bool is_cut_short(const WordMatch& match) {
  return std::any_of(match.begin(), match.end(), [](const MatchedTerm& term) {
    return term.term->document_count > term.postings.size();
  });
}

// One question, from its text to its answer. Every step runs even where blocks are missing, so that
// as many as possible are named at once; nothing is concluded until none is.
class Search {
 public:
  Search(BlockStore& store, const Request& request)
      : store_(store), request_(request), scorer_(store.root().space.end(),
                                                  store.root().document_count) {}

  Result<Answer> run() {
    const Query query = parse_query(request_.query, request_.complete);
    for (const QueryWord& word : query.words) look_up(word);
    for (const QueryPhrase& phrase : query.phrases) look_up(phrase);
    if (!ready()) return stopped();
    score();
    present_page();
    if (!ready()) return stopped();
    return std::move(answer_);
  }

 private:
  // An identifier that no document has is searched by its parts.
  void look_up(const QueryWord& word) {
    WordMatch match = match_word(store_, word);
    if (!match.empty() || word.parts.empty()) {
      words_.push_back({word, std::move(match)});
      return;
    }
    for (const std::string& part : word.parts) {
      const bool last = &part == &word.parts.back();
      look_up(QueryWord{part, part, last ? word.prefix : Prefix::kNone, {}});
    }
  }

  void look_up(const QueryPhrase& phrase) {
    std::vector<WordMatch> matches;
    for (const std::string& word : phrase.words) {
      matches.push_back(match_exactly(store_, word));
      words_.push_back({QueryWord{word, word, Prefix::kNone, {}}, matches.back()});
    }
    phrases_.push_back(find_phrase(store_, phrase, matches));
  }

  bool ready() {
    failure_ = store_.take_failure();
    answer_.missing = store_.take_missing();
    return failure_.ok() && answer_.missing.empty();
  }

  Result<Answer> stopped() {
    if (!failure_.ok()) return failure_.error();
    Answer answer;
    answer.missing = std::move(answer_.missing);
    return answer;
  }

  void score() {
    for (const LookedUp& word : words_) {
      scorer_.add(word.match);
      if (word.match.empty()) answer_.unknown.push_back(word.word.form);
      if (is_cut_short(word.match)) answer_.exact = false;
      highlighter_.add(word.word, word.match, rarity_of(word.match, store_.root()));
    }
    for (const std::vector<PhraseHit>& hits : phrases_) scorer_.require(hits);
  }

  void present_page() {
    const Ranking ranking = scorer_.rank(request_.offset, request_.limit);
    answer_.total = ranking.total;
    answer_.complete = ranking.complete;
    for (const Hit& hit : ranking.hits) {
      if (request_.texts) {
        answer_.results.push_back(present(store_, highlighter_, hit));
      } else {
        SearchResult result;
        result.document = hit.document;
        result.score = hit.score;
        answer_.results.push_back(std::move(result));
      }
    }
  }

  BlockStore& store_;
  const Request& request_;
  Scorer scorer_;
  Highlighter highlighter_;
  std::vector<LookedUp> words_;
  std::vector<std::vector<PhraseHit>> phrases_;
  Answer answer_;
  Status failure_;
};

}  // namespace

Result<Searcher> Searcher::open(std::string_view name, ByteView root_file) {
  const Result<ByteView> payload = unseal(name, root_file);
  if (!payload) return payload.error();
  Result<Root> root = parse_root(name, *payload);
  if (!root) return root.error();
  return Searcher(std::move(*root));
}

Result<Answer> Searcher::search(const Request& request) { return Search(store_, request).run(); }

}  // namespace catchword
