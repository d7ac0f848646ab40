#include "search/searcher.h"

#include <algorithm>

#include "analysis/scripts.h"
#include "search/query.h"
#include "search/search.h"

namespace catchword {
namespace {

// Of a question in a script without spaces many pairs are new although it is right.
constexpr std::size_t kMostUnknownPairs = 4;

// Whether the speller may know better what is unknown: as a form of another word, or as a mistake.
bool may_be_known(const Root& root, const Request& request, const Answer& answer) {
  if (!answer.unknown.empty() && !root.languages.empty()) return true;
  const bool few = answer.unknown.size() <= kMostUnknownPairs;
  return request.correct && root.spelling &&
         (answer.chain_unknown || std::any_of(answer.unknown.begin(), answer.unknown.end(), [&](const std::string& word) {
            return is_correctable(word) && (few || !begins_mended(word));
          }));
}

}  // namespace

Result<Searcher> Searcher::open(std::string_view name, ByteView root_file) {
  auto store = std::make_unique<BlockStore>();
  const Status opened = store->open(name, root_file);
  if (!opened) return opened.error();
  return Searcher(std::move(store));
}

Status Searcher::search(const Request& request, Answer& answer) {
  if (!request.plain) {
    answer.beyond = Beyond::kFull;
    return {};
  }
  const Query query = parse_words(request.query, request.complete);
  answer.interpretation = query.text;
  Search search(*store_, request, answer, query.word_count());
  for (const QueryWord& word : query.words) search.look_up(word);
  if (!store_->is_lacking() && may_be_known(store_->root(), request, answer)) {
    answer.beyond = Beyond::kSpeller;
    return {};
  }
  search.finish();
  return {};
}

}  // namespace catchword
