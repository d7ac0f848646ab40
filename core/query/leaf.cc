#include "query/leaf.h"

#include <algorithm>

#include "analysis/tokenizer.h"
#include "analysis/word.h"
#include "base/ascii.h"

namespace catchword {
namespace {

Expression make_word(Expression::Kind kind, const QueryWord& word, std::string_view text) {
  Expression leaf;
  leaf.kind = kind;
  leaf.word = word;
  leaf.text = text;
  return leaf;
}

// The chain that `words[i]` is the first word of, and its words; or nothing.
std::vector<QueryWord> chain_before(const std::vector<QueryWord>& words, std::size_t i) {
  std::size_t begin = i;
  while (begin > 0 && words[begin - 1].is_chain) --begin;
  if (begin == i) return {};
  std::size_t end = i;
  while (end < words.size() && words[end].in_chain) ++end;
  return {words.begin() + static_cast<std::ptrdiff_t>(begin), words.begin() + static_cast<std::ptrdiff_t>(end)};
}

// The one word that `text` is, or the one chain, whose words follow it; or nothing. `shown`: as typed, without signs.
bool read_word(std::string_view text, QueryWord& word, std::string& shown) {
  const Query query = parse_query(text, true);
  const auto is_other = [&](const QueryWord& other) { return &other != &query.words.front() && !other.in_chain; };
  if (query.words.empty() || std::any_of(query.words.begin(), query.words.end(), is_other)) return false;
  word = query.words.front();
  shown = query.text;
  return true;
}

bool read_exact(std::string_view chunk, Expression& leaf) {
  if (chunk.size() < 2 || chunk[0] != '=') return false;
  if (!read_word(chunk.substr(1), leaf.word, leaf.text)) return false;
  leaf.word.exact = true;
  leaf.kind = Expression::kExact;
  return true;
}

// word~ is one mistake, word~2 two.
bool read_fuzzy(std::string_view chunk, Expression& leaf) {
  const std::size_t tilde = chunk.rfind('~');
  if (tilde == chunk.npos || tilde == 0 || tilde + 2 < chunk.size()) return false;
  const char digit = tilde + 1 < chunk.size() ? chunk[tilde + 1] : '1';
  if (digit != '1' && digit != '2') return false;
  if (!read_word(chunk.substr(0, tilde), leaf.word, leaf.text)) return false;
  leaf.kind = Expression::kFuzzy;
  leaf.distance = static_cast<std::uint32_t>(digit - '0');
  return true;
}

// Whether a pattern may begin so: with a letter, or with * before one. *.js is none, nor are ?id and **kwargs.
bool may_begin_pattern(std::string_view chunk) {
  const std::size_t first = chunk.find_first_not_of('*');
  if (first > 1 && !chunk.ends_with('*')) return false;
  return first != chunk.npos && !is_punctuation(chunk[first]);
}

// Whether words of scripts without spaces are among those of `text`: these are found in whatever they are part of.
bool has_pairs(std::string_view text) {
  std::vector<Token> tokens;
  tokenize(text, 0, tokens);
  return std::any_of(tokens.begin(), tokens.end(), [](const Token& token) {
    return token.kind == TokenKind::kPair || token.kind == TokenKind::kLast;
  });
}

// A pattern has letters besides * and ?, of scripts with spaces; a ? at its end asks a question.
bool read_pattern(std::string_view chunk, Expression& leaf) {
  while (!chunk.empty() && chunk.back() == '?') chunk.remove_suffix(1);
  const std::size_t first = chunk.find_first_of("*?");
  if (first == chunk.npos || (first == 0 && !may_begin_pattern(chunk)) || has_pairs(chunk)) return false;
  std::string folded;
  for (std::size_t at = 0; at < chunk.size();) {
    const std::size_t end = std::min(chunk.find_first_of("*?", at), chunk.size());
    const std::string_view piece = chunk.substr(at, end - at);
    QueryWord word;
    std::string shown;
    if (!piece.empty() && !read_word(piece, word, shown)) return false;
    folded += word.folded;
    for (at = end; at < chunk.size() && (chunk[at] == '*' || chunk[at] == '?'); ++at) {
      if (chunk[at] == '?' || !folded.ends_with('*')) folded.push_back(chunk[at]);
    }
  }
  leaf.kind = Expression::kPattern;
  leaf.word.form = leaf.word.folded = folded;
  leaf.text = chunk;
  return true;
}

// The word `form` as it is typed in `text`: capitals tell the parts of a name.
std::string_view typed_as(std::string_view form, std::string_view text, const std::vector<Token>& tokens) {
  for (const Token& token : tokens) {
    const std::string_view typed = text.substr(token.begin, token.end - token.begin);
    if (word_form(typed) == form) return typed;
  }
  return form;
}

}  // namespace

std::size_t quote_size(std::string_view text) {
  constexpr std::string_view kQuotes[] = {"\"",     "\u201C", "\u201D", "\u201E",
                                          "\u201F", "\u00AB", "\u00BB"};
  for (const std::string_view quote : kQuotes) {
    if (text.starts_with(quote)) return quote.size();
  }
  return 0;
}

bool is_all_punctuation(std::string_view chunk) { return std::all_of(chunk.begin(), chunk.end(), is_punctuation); }

std::size_t colon_of(std::string_view chunk) {
  const std::size_t colon = chunk.find(':');
  if (colon == chunk.npos || colon == 0 || colon + 1 == chunk.size() || is_all_punctuation(chunk)) return chunk.npos;
  const char after = chunk[colon + 1];
  if (after == ':' || after == '/') return chunk.npos;
  const bool is_number = std::all_of(chunk.begin(), chunk.begin() + static_cast<std::ptrdiff_t>(colon), is_digit);
  const bool is_name = chunk.substr(0, colon).find_first_of("()=*?~\\/\"',;") == chunk.npos;
  return !is_number && is_name ? colon : chunk.npos;
}

std::string key_of(std::string_view key) { return fold(word_form(key)); }

Expression read_phrase(std::string_view text) {
  const Query query = parse_query(std::string("\"").append(text).append("\""), true);
  Expression phrase;
  if (query.phrases.empty()) return read_words(text);
  phrase.kind = Expression::kPhrase;
  phrase.phrase = query.phrases[0];
  phrase.text = query.text.substr(1, query.text.size() - 2);
  return phrase;
}

bool read_range(std::string_view chunk, Expression& range) {
  const std::size_t dots = chunk.find("..");
  range.text = chunk;
  if (dots != chunk.npos && chunk.size() > 2) {
    range.from = chunk.substr(0, dots);
    range.to = chunk.substr(dots + 2);
    if (range.to.starts_with('.')) return false;  // an ellipsis
  } else if (chunk.size() > 1 && (chunk[0] == '>' || chunk[0] == '<')) {
    const std::string_view value = chunk.substr(chunk[1] == '=' ? 2 : 1);
    (chunk[0] == '>' ? range.from : range.to) = value;
    range.distance = chunk[1] == '=' ? 0 : 1;  // the bound itself is left out
    if (value.empty()) return false;
  } else {
    return false;
  }
  range.kind = Expression::kRange;
  return true;
}

Expression read_words(std::string_view text, bool open_end) {
  const Query query = parse_query(text, !open_end);
  std::vector<Token> tokens;
  tokenize(text, 0, tokens);
  Expression group;
  for (std::size_t i = 0; i < query.words.size(); ++i) {
    const QueryWord& word = query.words[i];
    if (word.is_chain) continue;  // among operators it stands for its words
    group.children.push_back(make_word(Expression::kWord, word, typed_as(word.form, text, tokens)));
    group.children.back().chain = chain_before(query.words, i);
  }
  if (group.children.size() != 1) return group;
  group.children[0].text = query.text;
  Expression word = std::move(group.children[0]);
  return word;
}

Expression read_leaf(std::string_view chunk, bool open_end) {
  if (is_all_punctuation(chunk)) return read_words(chunk, open_end);
  Expression leaf;
  if (read_exact(chunk, leaf) || read_fuzzy(chunk, leaf) || read_pattern(chunk, leaf)) return leaf;
  return read_words(chunk, open_end);
}

}  // namespace catchword
