#include "query/suggestions.h"

#include "analysis/tokenizer.h"
#include "analysis/word.h"
#include "base/json_writer.h"
#include "query/completions.h"

namespace catchword {

std::vector<Suggestion> suggestions_for(SpellingLists& lists, std::string_view text, std::size_t limit) {
  std::vector<Suggestion> suggestions;
  std::vector<Token> tokens;
  tokenize(text, 0, tokens);
  if (tokens.empty() || tokens.back().end != text.size()) return suggestions;
  // An identifier stands before its parts, and is completed as a whole.
  std::size_t last = tokens.size() - 1;
  while (tokens[last].kind == TokenKind::kPart) --last;
  const std::string_view before = text.substr(0, tokens[last].begin);
  const std::string folded = fold(word_form(text.substr(before.size())));
  for (const SpelledWord& word : completions_of(lists, folded, limit)) {
    suggestions.push_back({std::string(before).append(word.form), word.count});
  }
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
