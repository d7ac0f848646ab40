#include "query/phrase_marks.h"

#include <string>

#include "analysis/word.h"
#include "search/phrase_tokens.h"

namespace catchword {

std::vector<std::uint32_t> PhraseMarks::allowed(std::string_view text,
                                                const std::vector<Token>& tokens) const {
  std::vector<std::uint32_t> found(tokens.size());
  std::vector<std::string> folded = forms_of(text, tokens);
  for (std::string& form : folded) form = fold(form);
  for (const QueryPhrase* phrase : phrases_) find_phrase(*phrase, tokens, folded, 1, found);
  return found;
}

}  // namespace catchword
