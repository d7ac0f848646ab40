#include "query/full_searcher.h"

#include <optional>
#include <utility>

#include "query/explanation.h"
#include "query/question.h"
#include "query/selection.h"
#include "query/tiers.h"

namespace catchword {

// A question that is asked, and what its search says.
struct FullSearcher::Tier {
  Tier(Question& asked, BlockStore& store, const Request& request)
      : question(asked), search(store, request, told, asked.word_count()), is_met(asked.tell(search, told)) {}

  Question& question;
  FullAnswer told;
  Search search;
  bool is_met;  // a document meets the conditions on words
};

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
  FullAnswer answer;
  const Sources sources{speller_.store(), *columns_, *positions_, speller_.lists()};
  Question question(sources, request, options.lists_documents());
  answer.missing = question.find_stems(request.language);
  if (!answer.missing.empty()) return answer;
  if (request.correct) question.correct(answer);
  std::optional<Question> words = question.relaxed();
  if (words) answer.missing = words->find_stems(request.language);
  if (!answer.missing.empty()) return answer;
  const Status answered = answer_to(question, words ? &*words : nullptr, request, options, answer);
  if (!answered) return answered.error();
  return answer;
}

// `words` is the question relaxed; null when it has no conditions. Both are asked at once, so that what they
// lack is named together.
Status FullSearcher::answer_to(Question& question, Question* words, const Request& asked, const Options& options,
                               FullAnswer& answer) {
  Request request = asked;
  request.whole = selects(options) || question.selects();
  Tier strict(question, speller_.store(), request);
  std::optional<Tier> relaxed;
  if (words != nullptr) relaxed.emplace(*words, speller_.store(), request);
  interpret(strict, relaxed ? &*relaxed : nullptr, answer);
  const Tiers tiers(strict.search.scorer(), relaxed ? &relaxed->search.scorer() : nullptr, root().document_count);
  const Result<Ranking> ranking = selects(options)
                                      ? select(request, options, question.empty() ? nullptr : &tiers, answer)
                                      : rank(tiers, request.offset, request.limit);
  if (!ranking) return ranking.error();
  if (speller_.lacks_files(strict.search, strict.told)) {
    answer.missing = std::move(strict.told.missing);
  } else {
    answer.total = ranking->total;
    answer.complete = ranking->complete;
    for (const Hit& hit : ranking->hits) {
      Search& search = tiers.is_relaxed(hit.document) ? relaxed->search : strict.search;
      search.present(hit, answer.results.emplace_back());
    }
    answer.missing = speller_.store().take_missing();
  }
  if (const Status read = take_failure(); !read) return read;
  if (options.explain && answer.missing.empty()) explain(question, words, request, tiers, answer);
  return {};
}

// Says how the question was understood. Where nothing meets its conditions, that is by its words.
void FullSearcher::interpret(Tier& strict, Tier* relaxed, FullAnswer& answer) {
  const bool has_words = relaxed != nullptr && relaxed->is_met;
  answer.relaxed = has_words && !strict.is_met;
  if (has_words && !answer.relaxed) answer.words = relaxed->question.text();
  Tier& tier = answer.relaxed ? *relaxed : strict;
  answer.interpretation = tier.question.text();
  answer.unknown = std::move(tier.told.unknown);
  answer.proposals.insert(answer.proposals.end(), tier.told.proposals.begin(), tier.told.proposals.end());
  answer.exact = strict.told.exact && (relaxed == nullptr || relaxed->told.exact);
}

void FullSearcher::explain(Question& question, Question* words, const Request& request, const Tiers& tiers,
                           FullAnswer& answer) {
  std::vector<Explanation> explanations = explanations_by(question, request, answer);
  if (words != nullptr) {
    std::vector<Explanation> relaxed = explanations_by(*words, request, answer);
    for (std::size_t i = 0; i < relaxed.size(); ++i) {
      if (tiers.is_relaxed(answer.results[i].document)) explanations[i] = std::move(relaxed[i]);
    }
  }
  answer.explanations = std::move(explanations);
}

// Of the results of `answer`, by what `question` finds in them.
std::vector<Explanation> FullSearcher::explanations_by(Question& question, const Request& request,
                                                       const FullAnswer& answer) {
  FullAnswer told;
  Search search(speller_.store(), request, told, question.word_count());
  Explainer explainer(search.scorer(), answer);
  search.observe(explainer);
  question.tell(search, told);
  return explainer.take();
}

// Ranks what has words, or without words all documents, as a filter or an order says, and counts values.
Result<Ranking> FullSearcher::select(const Request& request, const Options& options,
                                     const Tiers* tiers, FullAnswer& answer) {
  Selection selection(*columns_, options, tiers, root().document_count);
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
  for (const Status& read : {speller_.lists().take_failure(), columns_->take_failure(), positions_->take_failure()}) {
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
