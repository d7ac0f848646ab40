#include "search/query.h"

#include <algorithm>

#include "analysis/scripts.h"
#include "analysis/symbols.h"
#include "analysis/tokenizer.h"
#include "analysis/word.h"
#include "base/ascii.h"
#include "base/utf8.h"

namespace catchword {
namespace {

constexpr std::size_t kMostWords = 64;       // of a query; the rest of a pasted page is ignored
constexpr std::size_t kLongestQuery = 8192;  // bytes

struct Quote {
  std::size_t at;
  std::size_t size;
};

constexpr std::string_view kQuotes[] = {"\"",     "\u201C", "\u201D", "\u201E",
                                        "\u201F", "\u00AB", "\u00BB"};

// Bytes of the double quote that `text` begins with: ASCII, typographic or angular; else 0.
std::size_t quote_at(std::string_view text) {
  for (const std::string_view quote : kQuotes) {
    if (text.starts_with(quote)) return quote.size();
  }
  return 0;
}

// The next double quote from `at` on.
Quote find_quote(std::string_view text, std::size_t at) {
  for (; at < text.size(); ++at) {
    const std::size_t size = quote_at(text.substr(at));
    if (size != 0) return {at, size};
  }
  return {text.size(), 0};
}

std::string_view slice(std::string_view text, const Token& token) {
  return text.substr(token.begin, token.end - token.begin);
}

// The last character of a run of pairs is in a pair already; alone it stands for itself.
bool repeats_pair(const std::vector<Token>& tokens, std::size_t i) {
  return tokens[i].kind == TokenKind::kLast && i > 0 && tokens[i - 1].kind == TokenKind::kPair &&
         tokens[i - 1].end == tokens[i].end;
}

// Appends what `token` adds to `shown`, which has all of `text` before `end`: pairs overlap.
void show(std::string_view text, const Token& token, std::size_t& end, std::string& shown) {
  if (token.begin >= end) {
    if (!shown.empty()) shown.push_back(' ');
    end = token.begin;
  }
  shown.append(text.substr(end, token.end - end));
  end = token.end;
}

// Whether the last word says nothing new, or one too many.
bool is_idle(std::vector<QueryWord>& words) {
  const QueryWord& last = words.back();
  for (QueryWord& word : words) {
    if (&word == &last || word.form != last.form) continue;
    word.prefix = std::min(word.prefix, last.prefix);  // finished once is finished
    word.in_chain = word.in_chain && last.in_chain;
    ++word.count;
    return true;
  }
  return last.folded.empty() || words.size() > kMostWords;
}

Prefix prefix_of(const Token& token, bool unfinished) {
  if (token.kind == TokenKind::kLast) return Prefix::kCharacter;
  return unfinished ? Prefix::kUnfinished : Prefix::kNone;
}

void add_words(Query& query, std::string_view text, bool open_end) {
  std::vector<Token> tokens;
  tokenize(text, 0, tokens);
  std::size_t shown = 0;
  std::size_t chain_end = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].kind == TokenKind::kPart || repeats_pair(tokens, i)) continue;
    QueryWord& word = query.words.emplace_back();
    word.form = word_form(slice(text, tokens[i]));
    word.folded = fold(word.form);
    word.prefix = prefix_of(tokens[i], open_end && tokens[i].end == text.size());
    for (std::size_t part = i + 1; part < tokens.size() && tokens[part].kind == TokenKind::kPart;
         ++part) {
      word.parts.push_back(fold(word_form(slice(text, tokens[part]))));
    }
    word.is_chain = tokens[i].kind == TokenKind::kChain;
    word.in_chain = tokens[i].begin < chain_end;
    if (word.is_chain) chain_end = tokens[i].end;
    const bool is_shown = word.in_chain;  // with its chain
    const bool idle = is_idle(query.words);
    if (idle) query.words.pop_back();
    // A pair that comes again is no gap in its run.
    if (!is_shown && (!idle || tokens[i].begin < shown)) show(text, tokens[i], shown, query.text);
  }
}

// Whether other words of a phrase say what token `i` does: those of a chain, the whole of a part.
bool is_shadow(const std::vector<Token>& tokens, std::size_t i) {
  return !is_in_phrases(tokens[i].kind) || repeats_pair(tokens, i);
}

void add_phrase(Query& query, std::string_view text) {
  std::vector<Token> tokens;
  tokenize(text, 0, tokens);
  QueryPhrase& phrase = query.phrases.emplace_back();
  std::string words;
  std::size_t shown = 0;
  for (std::size_t i = 0; i < tokens.size() && phrase.words.size() < kMostWords; ++i) {
    if (is_shadow(tokens, i)) continue;
    phrase.words.push_back(fold(word_form(slice(text, tokens[i]))));
    phrase.offsets.push_back(tokens[i].position);
    show(text, tokens[i], shown, words);
  }
  if (phrase.words.empty()) {  // symbols have no place side by side
    query.phrases.pop_back();
    return add_words(query, text, false);
  }
  query.text.append(query.text.empty() ? "\"" : " \"").append(words).append("\"");
}

// Whether a word begins behind `text`: at the beginning, behind a parenthesis or a space, of whatever width.
bool begins_word(std::string_view text) {
  if (text.empty() || is_space(text.back()) || text.back() == '(') return true;
  return text.ends_with("\u3000") || text.ends_with("\u00A0");
}
bool ends_word(char after) { return is_space(after) || after == ')'; }

// Whether `rest` begins with a word in capitals that joins others, or would if it stood by itself.
bool is_joint(std::string_view rest) {
  for (const std::string_view joint : {"OR", "AND", "NOT", "NEAR"}) {
    const char after = rest.size() > joint.size() ? rest[joint.size()] : ' ';
    if (rest.starts_with(joint) && !is_letter(after)) return true;
  }
  return false;
}

}  // namespace

bool is_plain(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const char before = i > 0 ? text[i - 1] : ' ';
    const char after = i + 1 < text.size() ? text[i + 1] : ' ';
    const bool begins = begins_word(text.substr(0, i));
    const bool first = begins && !ends_word(after) && after != c;
    const bool inner = !begins && before != c;
    if (first && (c == '-' || c == '=')) return false;
    if (inner && (c == '*' || c == '~')) return false;
    if (inner && !ends_word(after) && after != c && (c == '?' || (c == ':' && after != '/'))) return false;
    if (!is_letter(before) && is_joint(text.substr(i))) return false;
    if (quote_at(text.substr(i)) != 0) return false;
  }
  std::vector<Token> tokens;
  tokenize(text, 0, tokens);
  return std::none_of(tokens.begin(), tokens.end(), [text](const Token& token) { return is_symbolic(text, token); });
}

std::size_t Query::word_count() const {
  return static_cast<std::size_t>(
      std::count_if(words.begin(), words.end(), [](const QueryWord& word) { return !word.in_chain; }));
}

bool is_correctable(std::string_view folded) {
  int characters = 0;
  bool letters = false;
  for (const char c : folded) {
    characters += is_continuation(c) ? 0 : 1;
    letters |= static_cast<unsigned char>(c) >= 'a';
  }
  return letters && characters > (begins_mended(folded) ? 1 : 2);
}

Query parse_words(std::string_view text, bool complete) {
  Query query;
  add_words(query, text.substr(0, kLongestQuery), !complete);
  return query;
}

Query parse_query(std::string_view text, bool complete) {
  text = text.substr(0, kLongestQuery);
  Query query;
  for (std::size_t at = 0; at < text.size();) {
    const Quote open = find_quote(text, at);
    const bool last = open.size == 0;
    add_words(query, text.substr(at, open.at - at), last && !complete);
    if (last) break;
    const std::size_t begin = open.at + open.size;
    const Quote close = find_quote(text, begin);
    add_phrase(query, text.substr(begin, close.at - begin));
    at = close.at + close.size;
  }
  return query;
}

}  // namespace catchword
