// PhraseMarks: which words of a text stand in one of a query's phrases.
#pragma once

#include <vector>

#include "search/highlighter.h"
#include "search/query.h"

namespace catchword {

class PhraseMarks : public TokenFilter {
 public:
  /// Borrows the phrase. REQUIRES: it has a word.
  void add(const QueryPhrase& phrase) { phrases_.push_back(&phrase); }

  [[nodiscard]] std::vector<std::uint32_t> allowed(std::string_view text,
                                                   const std::vector<Token>& tokens) const override;

 private:
  std::vector<const QueryPhrase*> phrases_;
};

}  // namespace catchword
