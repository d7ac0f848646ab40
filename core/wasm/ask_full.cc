#include "wasm/ask.h"

namespace catchword {
namespace {

Result<Output> search(FullSearcher& searcher, const Request& request, const Options& options) {
  const Result<FullAnswer> answer = searcher.search(request, options);
  if (!answer) return answer.error();
  return to_json(*answer);
}

Result<Output> suggest(FullSearcher& searcher, const Request& request) {
  const Result<Suggestions> suggestions = searcher.suggest(request.query, request.limit);
  if (!suggestions) return suggestions.error();
  return to_json(*suggestions);
}

Result<Output> describe(FullSearcher& searcher) {
  const Result<ContentDescription> description = searcher.describe();
  if (!description) return description.error();
  return to_json(*description);
}

}  // namespace

Result<Output> ask(ModuleSearcher& searcher, ByteView bytes) {
  const Result<Request> request = read_request(bytes);
  if (!request) return request.error();
  const Result<Options> options = read_options(request->options);
  if (!options) return options.error();
  switch (request->verb) {
    case Verb::kSearch: return search(searcher, *request, *options);
    case Verb::kSuggest: return suggest(searcher, *request);
    case Verb::kDescribe: return describe(searcher);
    default: break;
  }
  return Error{ErrorKind::kUsage, "the engine does not know this request", "", ""};
}

Output encode(const Error& error) { return to_json(error); }

}  // namespace catchword
