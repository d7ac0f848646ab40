#include "search/searcher.h"

#include <algorithm>

#include "search/query.h"
#include "search/search.h"

namespace catchword {
namespace {

bool is_beyond(const Request& request) {
  return request.verb != Verb::kSearch || request.explain || !request.options.empty() ||
         !is_plain(request.query);
}

// Whether a word is unknown that the full searcher may know better.
bool is_misspelled(const Root& root, const Answer& answer) {
  return root.spelling && std::any_of(answer.unknown.begin(), answer.unknown.end(), is_correctable);
}

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
  answer.beyond = is_beyond(request);
  if (answer.beyond) return answer;
  const Query query = parse_query(request.query, request.complete);
  answer.interpretation = query.text;
  Search search(*store_, request, answer, query.words.size());
  for (const QueryWord& word : query.words) search.look_up(word);
  for (const QueryPhrase& phrase : query.phrases) search.look_up(phrase);
  answer.beyond = request.correct && !store_->is_lacking() && is_misspelled(store_->root(), answer);
  if (answer.beyond) return answer;
  const Status status = search.finish();
  if (!status) return status.error();
  return answer;
}

}  // namespace catchword
