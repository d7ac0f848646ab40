// Question: a query on its way from its text to what a search is told.
#pragma once

#include <string>

#include "query/expression.h"
#include "query/full_answer.h"
#include "search/request.h"
#include "search/search.h"

namespace catchword {

class Question {
 public:
  /// Reads the request's query. Which keys there are stands in the dictionary: where a block of it is
  /// missing, the store knows so, and what is read meanwhile says nothing.
  Question(BlockStore& store, const Request& request);

  /// How it was understood, as a query.
  [[nodiscard]] const std::string& text() const { return speaks_plainly_ ? plain_.text : text_; }

  /// The words and phrases, when it has nothing else: to be corrected before they are told; else null.
  [[nodiscard]] Query* plain() { return is_plain_ ? &plain_ : nullptr; }

  [[nodiscard]] bool empty() const { return is_plain_ ? plain_.empty() : expression_.children.empty(); }

  /// The words that are evidence, of whatever kind.
  [[nodiscard]] std::size_t word_count() const;

  /// Tells `search` all words and conditions. It borrows from the question.
  void tell(Search& search, FullAnswer& answer) const;

  [[nodiscard]] const Expression& expression() const { return expression_; }

 private:
  Expression expression_;
  Query plain_;  // the same, when it has words and phrases alone
  bool is_plain_;
  bool speaks_plainly_;  // its text is what the lean searcher, too, would say
  std::string text_;
};

}  // namespace catchword
