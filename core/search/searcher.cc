#include "search/searcher.h"

#include <algorithm>

#include "search/query.h"
#include "search/search.h"

namespace catchword {
namespace {

// Whether options say more than the page's language, which matters only for words that nobody has.
bool has_options(ByteView options) {
  constexpr std::uint8_t kLanguage = 5;
  return !options.empty() &&
         (options[0] != kLanguage || options.size() < 2 || options.size() != options[1] + 2u);
}

bool is_beyond(const Request& request) {
  return request.verb != Verb::kSearch || has_options(request.options) ||
         !is_plain(request.query);
}

// Whether the full searcher may know an unknown word better: as a form of another, or as a mistake.
bool may_be_known(const Root& root, const Request& request, const Answer& answer) {
  if (answer.unknown.empty()) return false;
  if (!root.languages.empty()) return true;
  return request.correct && root.spelling &&
         std::any_of(answer.unknown.begin(), answer.unknown.end(), is_correctable);
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
  const Query query = parse_words(request.query, request.complete);
  answer.interpretation = query.text;
  Search search(*store_, request, answer, query.word_count());
  for (const QueryWord& word : query.words) search.look_up(word);
  answer.beyond = !store_->is_lacking() && may_be_known(store_->root(), request, answer);
  if (answer.beyond) return answer;
  const Status status = search.finish();
  if (!status) return status.error();
  // A phrase that no document has: the full searcher looks for its words.
  answer.beyond = answer.total == 0 && answer.missing.empty() && !query.phrases.empty();
  return answer;
}

}  // namespace catchword
