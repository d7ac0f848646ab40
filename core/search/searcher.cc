#include "search/searcher.h"

#include "search/query.h"
#include "search/search.h"

namespace catchword {
namespace {

bool is_beyond(const Request& request) {
  return request.verb != Verb::kSearch || request.explain || !request.options.empty() ||
         !is_plain(request.query);
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
  const Status status = search.finish();
  if (!status) return status.error();
  return answer;
}

}  // namespace catchword
