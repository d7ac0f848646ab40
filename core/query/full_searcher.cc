#include "query/full_searcher.h"

#include "query/question.h"
#include "query/unknown_forms.h"
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
  Question question(searcher_.store(), request);
  if (Query* plain = question.plain()) {
    answer.missing = find_stems(searcher_.store(), options.language, *plain);
    if (!answer.missing.empty()) return answer;
  }
  answer.interpretation = question.text();
  Search search(searcher_.store(), request, answer, question.word_count());
  question.tell(search, answer);
  const Status status = search.finish();
  if (!status) return status.error();
  for (std::string& name : files_.take_missing()) answer.missing.push_back(std::move(name));
  return answer;
}

}  // namespace catchword
