#include "query/full_searcher.h"

#include "query/explanation.h"
#include "query/question.h"
#include "query/selection.h"

namespace catchword {
namespace {

// No document is what was asked for, even if it has every word.
void make_partial(FullAnswer& answer) {
  answer.relaxed = true;
  answer.complete = 0;
  for (SearchResult& result : answer.results) result.partial = true;
}

}  // namespace

FullSearcher::FullSearcher(Speller speller)
    : speller_(std::move(speller)),
      columns_(std::make_unique<Columns>(root(), speller_.files())),
      positions_(std::make_unique<PositionStore>(speller_.files(), speller_.store())) {}

Result<FullSearcher> FullSearcher::open(std::string_view name, ByteView root_file) {
  Result<Speller> speller = Speller::open(name, root_file);
  if (!speller) return speller.error();
  return FullSearcher(std::move(*speller));
}

Result<FullAnswer> FullSearcher::search(const Request& request, const Options& options) {
  FullAnswer found;
  const Sources sources{speller_.store(), *columns_, *positions_, speller_.lists()};
  Question question(sources, request);
  found.missing = question.find_stems(request.language);
  if (!found.missing.empty()) return found;
  if (request.correct) question.correct(found.corrections);
  FullAnswer relaxed = found;
  const Result<bool> met = answer_to(question, request, options, found);
  if (!met) return met.error();
  if (*met || !found.missing.empty() || !question.relax()) return found;
  relaxed.missing = question.find_stems(request.language);
  if (!relaxed.missing.empty()) return relaxed;
  const Result<bool> has_words = answer_to(question, request, options, relaxed);
  if (!has_words) return has_words.error();
  if (!*has_words && relaxed.missing.empty()) return found;
  make_partial(relaxed);
  return relaxed;
}

// Whether a document meets the question's conditions on words.
Result<bool> FullSearcher::answer_to(Question& question, const Request& asked, const Options& options,
                                     FullAnswer& answer) {
  Request request = asked;
  request.whole = selects(options) || question.selects();
  answer.interpretation = question.text();
  Search search(speller_.store(), request, answer, question.word_count());
  const bool is_met = question.tell(search, answer);
  const Scorer* scorer = question.empty() ? nullptr : &search.scorer();
  const Result<Ranking> ranking = selects(options) ? select(request, options, scorer, answer)
                                                   : search.scorer().rank(request.offset, request.limit);
  if (!ranking) return ranking.error();
  if (!speller_.lacks_files(search, answer)) search.present(*ranking);
  if (const Status read = take_failure(); !read) return read.error();
  if (options.explain && answer.missing.empty()) explain(question, request, answer);
  return is_met;
}

void FullSearcher::explain(Question& question, const Request& request, FullAnswer& answer) {
  FullAnswer told;
  Search search(speller_.store(), request, told, question.word_count());
  Explainer explainer(search.scorer(), answer);
  search.observe(explainer);
  question.tell(search, told);
  answer.explanations = explainer.take();
}

// Ranks what has words, or without words all documents, as a filter or an order says, and counts values.
Result<Ranking> FullSearcher::select(const Request& request, const Options& options,
                                     const Scorer* scorer, FullAnswer& answer) {
  Selection selection(*columns_, options, scorer, root().document_count);
  Result<Ranking> ranking = selection.rank(request.offset, request.limit);
  if (!ranking) return ranking;
  Result<std::vector<Facet>> facets = selection.count();
  if (!facets) return facets.error();
  answer.facets = std::move(*facets);
  answer.has_facets = options.all_facets || !options.facets.empty();
  return ranking;
}

// The error that made something be seen as missing, once.
Status FullSearcher::take_failure() {
  for (const Status& read : {speller_.take_failure(), columns_->take_failure(), positions_->take_failure()}) {
    if (!read) return read;
  }
  return {};
}

Result<ContentDescription> FullSearcher::describe() {
  ContentDescription description = catchword::describe(root(), *columns_);
  if (const Status status = columns_->take_failure(); !status) return status.error();
  description.missing = speller_.files().take_missing();
  return description;
}

Result<Suggestions> FullSearcher::suggest(std::string_view text, std::size_t limit) {
  Suggestions suggestions;
  suggestions.list = suggestions_for(speller_.lists(), text, limit);
  suggestions.missing = speller_.files().take_missing();
  if (const Status read = speller_.lists().take_failure(); !read) return read.error();
  return suggestions;
}

}  // namespace catchword
