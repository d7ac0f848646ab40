#include "query/phrase_marks.h"

#include <string>

#include "analysis/word.h"
#include "query/phrase.h"

namespace catchword {
namespace {

// Whether a token, folded, is what `word` of a phrase is looked up as.
bool is_word(std::string_view token, const std::string& word) {
  return token == word || (token.starts_with(word) && word_of_phrase(word).prefix == Prefix::kCharacter);
}

// The tokens that are `phrase`, should it begin with token `first`: as many as it has words, or fewer.
std::vector<std::uint32_t> stand_from(std::uint32_t first, const std::vector<Token>& tokens,
                                      const std::vector<std::string>& folded,
                                      const QueryPhrase& phrase) {
  const std::uint32_t begin = tokens[first].position - phrase.offsets[0];
  std::vector<std::uint32_t> standing;
  for (std::uint32_t i = first; i < tokens.size() && standing.size() < phrase.words.size(); ++i) {
    const std::size_t next = standing.size();
    const std::uint32_t wanted = begin + phrase.offsets[next];
    if (tokens[i].position > wanted) break;
    if (tokens[i].position == wanted && is_word(folded[i], phrase.words[next])) standing.push_back(i);
  }
  return standing;
}

}  // namespace

std::vector<std::uint32_t> PhraseMarks::allowed(std::string_view text,
                                                const std::vector<Token>& tokens) const {
  std::vector<std::uint32_t> found(tokens.size());
  std::vector<std::string> folded;
  for (const Token& token : tokens) {
    folded.push_back(fold(word_form(text.substr(token.begin, token.end - token.begin))));
  }
  for (const QueryPhrase* phrase : phrases_) {
    for (std::uint32_t first = 0; first < tokens.size(); ++first) {
      const std::vector<std::uint32_t> standing = stand_from(first, tokens, folded, *phrase);
      if (standing.size() < phrase->words.size()) continue;
      for (const std::uint32_t i : standing) found[i] = 1;
    }
  }
  return found;
}

}  // namespace catchword
