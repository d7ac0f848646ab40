#include "search/phrase_tokens.h"

#include "analysis/word.h"

namespace catchword {
namespace {

// The tokens that are `phrase`, should it begin with token `first`: as many as it has words, or fewer.
std::vector<std::uint32_t> stand_from(std::uint32_t first, const std::vector<Token>& tokens,
                                      const std::vector<std::string>& forms, const QueryPhrase& phrase) {
  const std::uint32_t begin = tokens[first].position - phrase.offsets[0];
  std::vector<std::uint32_t> standing;
  for (std::uint32_t i = first; i < tokens.size() && standing.size() < phrase.words.size(); ++i) {
    const std::size_t next = standing.size();
    const std::uint32_t wanted = begin + phrase.offsets[next];
    if (tokens[i].position > wanted) break;
    if (tokens[i].position == wanted && forms[i] == phrase.words[next]) standing.push_back(i);
  }
  return standing;
}

}  // namespace

std::vector<std::string> forms_of(std::string_view text, const std::vector<Token>& tokens) {
  std::vector<std::string> forms;
  for (const Token& token : tokens) forms.push_back(word_form(text.substr(token.begin, token.end - token.begin)));
  return forms;
}

void find_phrase(const QueryPhrase& phrase, const std::vector<Token>& tokens, const std::vector<std::string>& forms,
                 std::uint32_t value, std::vector<std::uint32_t>& found) {
  for (std::uint32_t first = 0; first < tokens.size(); ++first) {
    const std::vector<std::uint32_t> standing = stand_from(first, tokens, forms, phrase);
    if (standing.size() < phrase.words.size()) continue;
    for (const std::uint32_t i : standing) found[i] = value;
  }
}

}  // namespace catchword
