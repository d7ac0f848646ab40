#include "query/full_searcher.h"

#include "query/spelling/corrector.h"
#include "search/query.h"
#include "search/search.h"

namespace catchword {

FullSearcher::FullSearcher(Searcher searcher)
    : searcher_(std::move(searcher)),
      files_(std::make_unique<FileStore>()),
      spelling_(std::make_unique<SpellingLists>(*files_, searcher_.root())) {}

Result<FullSearcher> FullSearcher::open(std::string_view name, ByteView root_file) {
  Result<Searcher> searcher = Searcher::open(name, root_file);
  if (!searcher) return searcher.error();
  return FullSearcher(std::move(*searcher));
}

Status FullSearcher::supply(std::string_view name, ByteView file) {
  return files_->wants(name) ? files_->supply(name, file) : searcher_.supply(name, file);
}

Result<FullAnswer> FullSearcher::search(const Request& request, const Options&) {
  FullAnswer answer;
  Query query = parse_query(request.query, request.complete);
  if (request.correct) Corrector(*spelling_, searcher_.store(), answer).correct(query);
  answer.interpretation = query.text;
  Search search(searcher_.store(), request, answer, query.words.size());
  for (const QueryWord& word : query.words) search.look_up(word);
  for (const QueryPhrase& phrase : query.phrases) search.look_up(phrase);
  const Status status = search.finish();
  if (!status) return status.error();
  for (std::string& name : files_->take_missing()) answer.missing.push_back(std::move(name));
  if (const Status read = spelling_->take_failure(); !read) return read.error();
  return answer;
}

Result<Suggestions> FullSearcher::suggest(std::string_view text, std::size_t limit) {
  Suggestions suggestions;
  suggestions.list = suggestions_for(*spelling_, text, limit);
  suggestions.missing = files_->take_missing();
  if (const Status read = spelling_->take_failure(); !read) return read.error();
  return suggestions;
}

}  // namespace catchword
