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

// One question, from its text to its answer. Every word is looked up even where blocks are missing, so
// that as many as possible are named at once; what was added up meanwhile is then forgotten.
class Search {
 public:
  Search(BlockStore& store, const Request& request, Answer& answer)
      : store_(store), request_(request), answer_(answer),
        scorer_(store.root().document_count) {}

  Status run() {
    query_ = parse_query(request_.query, request_.complete);
    for (const QueryWord& word : query_.words) look_up(word);
    for (const QueryPhrase& phrase : query_.phrases) look_up(phrase);
    answer_.missing = store_.take_missing();
    if (answer_.missing.empty()) present_page();
    return store_.take_failure();
  }

 private:
  // An identifier that no document has is searched by its parts.
  void look_up(const QueryWord& word) {
    const WordMatch match = match_word(store_, word);
    if (!match.empty() || word.parts.empty()) return add(word, match);
    for (const std::string& part : word.parts) {
      const bool last = &part == &word.parts.back();
      look_up(QueryWord{part, part, last ? word.prefix : Prefix::kNone, {}});
    }
  }

  void look_up(const QueryPhrase& phrase) {
    highlighter_.add(phrase);
    std::vector<WordMatch> matches(phrase.words.size());
    for (std::size_t i = 0; i < matches.size(); ++i) {
      const std::string& word = phrase.words[i];
      matches[i] = match_exactly(store_, word);
      add(QueryWord{word, word, Prefix::kNone, {}}, matches[i]);
    }
    scorer_.require(find_phrase(store_, phrase, matches));
  }

  void add(const QueryWord& word, const WordMatch& match) {
    scorer_.add(match);
    highlighter_.add(word, match, rarity_of(match, store_.root()));
    if (match.empty()) answer_.unknown.push_back(std::string(word.form));
    if (is_cut_short(match)) answer_.exact = false;
  }

  void present_page() {
    const Ranking ranking = scorer_.rank(request_.offset, request_.limit);
    answer_.total = ranking.total;
    answer_.complete = ranking.complete;
    answer_.results = std::vector<SearchResult>(ranking.hits.size());
    for (std::size_t i = 0; i < ranking.hits.size(); ++i) {
      const Hit& hit = ranking.hits[i];
      SearchResult& result = answer_.results[i];
      result.document = hit.document;
      result.score = hit.score;
      if (request_.texts) present(store_, highlighter_, hit, result);
    }
    answer_.missing = store_.take_missing();
  }

  BlockStore& store_;
  const Request& request_;
  Answer& answer_;
  Query query_;
  Scorer scorer_;
  Highlighter highlighter_;
};

}  // namespace

Result<Searcher> Searcher::open(std::string_view name, ByteView root_file) {
  const Result<ByteView> payload = unseal(name, root_file);
  if (!payload) return payload.error();
  Result<Root> root = parse_root(name, *payload);
  if (!root) return root.error();
  return Searcher(std::move(*root));
}

Result<Answer> Searcher::search(const Request& request) {
  Answer answer;
  const Status status = Search(*store_, request, answer).run();
  if (!status) return status.error();
  return answer;
}

}  // namespace catchword
