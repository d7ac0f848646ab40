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
bool may_be_known(const Root& root, bool corrects, const Answer& answer) {
  if (!answer.unknown.empty() && !root.languages.empty()) return true;
  const bool few = answer.unknown.size() <= kMostUnknownPairs;
  return corrects &&
         (answer.chain_unknown || std::any_of(answer.unknown.begin(), answer.unknown.end(), [few](const std::string& word) {
            return is_correctable(word) && (few || !begins_mended(word));
          }));
}

// Whether a mistake may have made pairs of `query` that other words have: in a small alphabet it often does.
bool may_hide_mistakes(const Query& query) {
  return std::any_of(query.words.begin(), query.words.end(),
                     [](const QueryWord& word) { return begins_with_south_east_asian(word.folded); });
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
  const bool corrects = request.correct && store_->root().spelling;
  if (!store_->is_lacking() && may_be_known(store_->root(), corrects, answer)) {
    answer.beyond = Beyond::kSpeller;
    return {};
  }
  if (search.lacks_blocks()) return {};
  search.present(rank(search.scorer(), request.offset, request.limit));
  if (corrects && answer.complete == 0 && may_hide_mistakes(query)) answer.beyond = Beyond::kSpeller;
  return {};
}

}  // namespace catchword
