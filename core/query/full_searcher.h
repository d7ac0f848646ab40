// FullSearcher: answers every question about one bundle. Like the Speller, which it stands on, it does no
// I/O: it names the files that it lacks, is handed their bytes, and is asked again. A plain question it
// answers as the speller and the lean Searcher do, to the byte.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "query/columns.h"
#include "query/description.h"
#include "query/full_answer.h"
#include "query/options.h"
#include "query/position_store.h"
#include "query/question.h"
#include "query/suggestions.h"
#include "query/tiers.h"
#include "search/search.h"
#include "spelling/speller.h"

namespace catchword {

class FullSearcher {
 public:
  /// Opens a bundle by its root file. Cheap: checks the root and nothing else.
  static Result<FullSearcher> open(std::string_view name, ByteView root_file);

  /// Takes a file that an answer named as missing.
  Status supply(std::string_view name, ByteView file) { return speller_.supply(name, file); }

  /// An answer, or the names of the files that it needs first. `request.options` is not looked at. Behind
  /// what meets the query's conditions stands, as partial, what has some of its words. A filter, an order or
  /// facets make it exact, and without words list all documents.
  /// Error: kDamaged, or kUsage for a metadata key that there isn't.
  Result<FullAnswer> search(const Request& request, const Options& options = {});

  /// What the bundle holds, or the names of the files that are needed first. Error: kDamaged.
  Result<ContentDescription> describe();

  /// At most `limit` completions of the last word of `text`, behind the words before it. Error: kDamaged.
  Result<Suggestions> suggest(std::string_view text, std::size_t limit);

  [[nodiscard]] const Root& root() const { return speller_.root(); }

 private:
  explicit FullSearcher(Speller speller);

  struct Tier;

  Status answer_to(Question& question, Question* words, const Request& request, const Options& options,
                   FullAnswer& answer);
  static void interpret(Tier& strict, Tier* relaxed, FullAnswer& answer);
  void explain(Question& question, Question* words, const Request& request, const Tiers& tiers,
               FullAnswer& answer);
  std::vector<Explanation> explanations_by(Question& question, const Request& request, const FullAnswer& answer);
  Result<Ranking> select(const Request& request, const Options& options, const Tiers* tiers,
                         FullAnswer& answer);
  Status take_failure();

  // Behind pointers, since they borrow from one another and the searcher may be moved.
  Speller speller_;
  std::unique_ptr<Columns> columns_;
  std::unique_ptr<PositionStore> positions_;
};

}  // namespace catchword
