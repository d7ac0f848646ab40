// ExpressionCorrector: corrects words among operators.
#pragma once

#include "query/expression.h"
#include "spelling/corrector.h"

namespace catchword {

/// A word under a key, of OR, AND or NEAR is corrected by itself, words side by side together. What is
/// typed with care is left alone: =word, patterns, word~, values. So is what is excluded, since a guess
/// would hide pages. Borrows the corrector.
class ExpressionCorrector {
 public:
  explicit ExpressionCorrector(Corrector& corrector) : corrector_(corrector) {}

  /// Corrects the unknown words of all phrases. False: there was nothing to correct.
  bool correct_phrases(Expression& expression);

  /// Corrects all words that stand by themselves, those of chains one by one.
  void correct_words(Expression& expression);

 private:
  bool correct_phrase(Expression& phrase);
  void correct_run(std::vector<Expression>& words);

  Corrector& corrector_;
};

}  // namespace catchword
