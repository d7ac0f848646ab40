#include "query/full_searcher.h"

#include "query/unknown_forms.h"
#include "search/query.h"
#include "search/search.h"

namespace catchword {

Result<FullSearcher> FullSearcher::open(std::string_view name, ByteView root_file) {
  Result<Searcher> searcher = Searcher::open(name, root_file);
  if (!searcher) return searcher.error();
  return FullSearcher(std::move(*searcher));
}

Status FullSearcher::supply(std::string_view name, ByteView file) {
  return files_.wants(name) ? files_.supply(name, file) : searcher_.supply(name, file);
}

Result<FullAnswer> FullSearcher::search(const Request& request, const Options& options) {
  FullAnswer answer;
  Query query = parse_query(request.query, request.complete);
  answer.interpretation = query.text;
  answer.missing = find_stems(searcher_.store(), options.language, query);
  if (!answer.missing.empty()) return answer;
  Search search(searcher_.store(), request, answer, query.words.size());
  for (const QueryWord& word : query.words) search.look_up(word);
  for (const QueryPhrase& phrase : query.phrases) search.look_up(phrase);
  const Status status = search.finish();
  if (!status) return status.error();
  for (std::string& name : files_.take_missing()) answer.missing.push_back(std::move(name));
  return answer;
}

}  // namespace catchword
