#include "query/suggestions.h"

#include <algorithm>

#include "analysis/scripts.h"
#include "analysis/tokenizer.h"
#include "analysis/word.h"
#include "base/json_writer.h"
#include "base/utf8.h"
#include "query/completions.h"

namespace catchword {
namespace {

// Where the last chain of `text` begins, which may lack its last word; npos where there is none.
std::size_t last_chain(std::string_view text, const std::vector<Token>& tokens) {
  const bool is_open = text.ends_with('.') || text.ends_with("::");
  const std::size_t end = is_open ? text.find_last_not_of(".:") + 1 : text.size();
  std::size_t begin = std::string_view::npos;
  for (const Token& token : tokens) {
    const bool is_it = token.kind == TokenKind::kChain || is_open;
    if (token.end == end && is_it) begin = std::min<std::size_t>(begin, token.begin);
  }
  return begin;
}

// Where the word in Katakana begins that `text` ends with; npos where there is none.
std::size_t last_katakana(std::string_view text) {
  std::size_t begin = std::string_view::npos;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t here = at;
    const bool is_it = is_katakana(next_code_point(text, at));
    if (!is_it || begin == std::string_view::npos) begin = is_it ? here : std::string_view::npos;
  }
  return begin;
}

}  // namespace

std::vector<Suggestion> suggestions_for(SpellingLists& lists, std::string_view text, std::size_t limit) {
  std::vector<Suggestion> suggestions;
  std::vector<Token> tokens;
  tokenize(text, 0, tokens);
  lists.begin();
  if (tokens.empty()) return suggestions;
  const auto complete = [&](std::size_t begin) {
    const std::string folded = fold(word_form(text.substr(begin)));
    for (const SpelledWord& word : completions_of(lists, folded, limit)) {
      suggestions.push_back({std::string(text.substr(0, begin)).append(word.form), word.count});
    }
  };
  const std::size_t chain = last_chain(text, tokens);
  if (chain != std::string_view::npos) complete(chain);
  if (!suggestions.empty() || lists.is_waiting() || tokens.back().end != text.size()) return suggestions;
  if (const std::size_t katakana = last_katakana(text); katakana != std::string_view::npos) {
    complete(katakana);
    return suggestions;
  }
  // An identifier stands before its parts, and is completed as a whole.
  std::size_t last = tokens.size() - 1;
  while (tokens[last].kind == TokenKind::kPart) --last;
  complete(tokens[last].begin);
  return suggestions;
}

std::string to_json(const Suggestions& suggestions) {
  JsonWriter json;
  json.open('{');
  if (!suggestions.missing.empty()) {
    json.key("missing").open('[');
    for (const std::string& name : suggestions.missing) json.string(name);
    json.close(']').close('}');
    return json.take();
  }
  json.key("suggestions").open('[');
  for (const Suggestion& suggestion : suggestions.list) {
    json.open('{').key("text").string(suggestion.text).key("count").number(suggestion.count).close('}');
  }
  json.close(']').close('}');
  return json.take();
}

}  // namespace catchword
