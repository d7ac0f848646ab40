// Question: a query on its way from its text to what a search is told.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "query/expression.h"
#include "query/full_answer.h"
#include "query/phrase_marks.h"
#include "query/sources.h"
#include "search/request.h"
#include "search/search.h"

namespace catchword {

/// While blocks are missing, the sources know so, and what a question says or does meanwhile means nothing.
class Question {
 public:
  /// Reads the request's query. Which keys there are stands in the dictionary and in the directory of
  /// columns. Borrows the sources. `lists`: documents are asked for whatever their words, so that a word can be
  /// left out of these.
  Question(const Sources& sources, const Request& request, bool lists);

  /// How it was understood, as a query.
  [[nodiscard]] const std::string& text() const { return speaks_plainly_ ? plain_.text : text_; }

  [[nodiscard]] bool empty() const { return is_plain_ ? plain_.empty() : expression_.children.empty(); }

  /// The words that are evidence, of whatever kind.
  [[nodiscard]] std::size_t word_count() const;

  /// Whether documents are chosen by values, whatever words they have.
  [[nodiscard]] bool selects() const { return selects_; }

  /// Finds forms that no document has by their stems (unknown_forms.h), in the page's `language` first.
  /// Returns what scripts are missing.
  std::vector<std::string> find_stems(std::string_view language);

  /// Puts what was probably meant in the place of words that no document has, and adds it to `answer`.
  void correct(CorrectedAnswer& answer);

  /// The same with the words alone where conditions on words are asked for; nothing where none are.
  [[nodiscard]] std::optional<Question> relaxed() const;

  /// Tells `search` all words and conditions. It borrows from the question. Returns whether a document
  /// meets the conditions on words.
  bool tell(Search& search, FullAnswer& answer);

 private:
  void leave_plain();

  const Sources& sources_;
  Expression expression_;
  Query plain_;  // the same, when it has words and phrases alone
  bool is_plain_;
  bool selects_;
  bool speaks_plainly_;  // its text is that of plain_
  std::string text_;
  PhraseMarks marks_;
};

}  // namespace catchword
