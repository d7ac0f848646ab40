#include "query/suggestions.h"

#include <algorithm>

#include "analysis/scripts.h"
#include "analysis/tokenizer.h"
#include "analysis/word.h"
#include "base/json_writer.h"
#include "base/utf8.h"
#include "query/completions.h"
#include "spelling/word_lattice.h"

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

constexpr std::size_t kMostUnspaced = 24;  // characters at the end of a run of which words are looked for

// The invisible ones tell words apart, or signs.
bool is_south_east_asian_or_invisible(char32_t character) {
  return is_south_east_asian(character) || character - 0x200B < 3;
}

// Where the run of such characters begins that `text` ends with; npos where there is none.
std::size_t last_run(std::string_view text, bool (*is_such)(char32_t)) {
  std::size_t begin = std::string_view::npos;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t here = at;
    const bool is_it = is_such(next_code_point(text, at));
    if (!is_it || begin == std::string_view::npos) begin = is_it ? here : std::string_view::npos;
  }
  return begin;
}

// Completes the last word of `text`, whose last run of Thai, Lao, Khmer or Burmese begins at `begin`: the longest end of it
// that is the beginning of a word, behind others as far as they are known.
std::vector<Suggestion> complete_unspaced(SpellingLists& lists, std::string_view text, std::size_t begin, std::size_t limit) {
  std::vector<Suggestion> suggestions;
  const std::u32string all = unspaced_form(text.substr(begin));
  const std::size_t skipped = all.size() - std::min(all.size(), kMostUnspaced);
  const std::u32string run = all.substr(skipped);
  const WordLattice lattice(lists, run);
  for (std::size_t unknown = 0; unknown < run.size(); ++unknown) {
    for (std::size_t place = 0; place < run.size() && !lists.is_waiting() && suggestions.empty(); ++place) {
      if (lattice.unknown_before(place) != unknown || !may_begin_word(run, place)) continue;
      const std::string before = std::string(text.substr(0, begin)) + utf8_of(all.substr(0, skipped + place));
      for (const SpelledWord& word : completions_of(lists, utf8_of(run.substr(place)), limit)) {
        suggestions.push_back({before + word.form, word.count});
      }
    }
  }
  return suggestions;
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
  if (const std::size_t katakana = last_run(text, is_katakana); katakana != std::string_view::npos) {
    complete(katakana);
    return suggestions;
  }
  if (const std::size_t run = last_run(text, is_south_east_asian_or_invisible); run != std::string_view::npos) {
    return complete_unspaced(lists, text, run, limit);
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
