// Question: a query on its way from its text to what a search is told.
#pragma once

#include <string>

#include "query/columns.h"
#include "query/expression.h"
#include "query/full_answer.h"
#include "search/request.h"
#include "search/search.h"

namespace catchword {

class Question {
 public:
  /// Reads the request's query. Which keys there are stands in the dictionary and in the directory of
  /// columns: where a block is missing, its store knows so, and what is read meanwhile says nothing.
  Question(BlockStore& store, Columns& columns, const Request& request);

  /// How it was understood, as a query.
  [[nodiscard]] const std::string& text() const { return speaks_plainly_ ? plain_.text : text_; }

  /// The words and phrases, when it has nothing else: to be corrected before they are told; else null.
  [[nodiscard]] Query* plain() { return is_plain_ ? &plain_ : nullptr; }

  [[nodiscard]] bool empty() const { return is_plain_ ? plain_.empty() : expression_.children.empty(); }

  /// The words that are evidence, of whatever kind.
  [[nodiscard]] std::size_t word_count() const;

  /// Whether documents are chosen by values, whatever words they have.
  [[nodiscard]] bool selects() const { return selects_; }

  /// Tells `search` all words and conditions. It borrows from the question. Returns whether a document
  /// meets the conditions on words.
  bool tell(Columns& columns, Search& search, FullAnswer& answer) const;

  /// Asks for the words alone where conditions on words were asked for. False: there were none.
  bool relax();

 private:
  Expression expression_;
  Query plain_;  // the same, when it has words and phrases alone
  bool is_plain_;
  bool selects_;
  bool speaks_plainly_;  // its text is what the lean searcher, too, would say
  std::string text_;
};

}  // namespace catchword
