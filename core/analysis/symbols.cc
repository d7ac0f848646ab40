#include "analysis/symbols.h"

#include <algorithm>

#include "base/ascii.h"

namespace catchword {
namespace {

constexpr std::size_t kLeast = 2;  // symbols that are an operator
constexpr std::size_t kMost = 5;

bool is_symbol(char c) { return std::string_view("!#%&*+-:<=>?@^|~").find(c) != std::string_view::npos; }
bool is_sign(char c) { return c == '@' || c == '#' || c == '$' || c == '-'; }
bool only_exclaims(std::string_view run) { return run.find_first_not_of("!?") == run.npos; }

bool is_of_word(char c) { return is_letter(c) || is_digit(c) || c == '_' || (c & 0x80) != 0; }

// Behind what belongs to the word that ends at `at`: its colons, and two plus signs.
std::size_t skip_suffix(std::string_view text, std::size_t at) {
  if (at == 0 || !is_of_word(text[at - 1])) return at;
  at = std::min(text.find_first_not_of(':', at), text.size());
  return text.substr(at).starts_with("++") ? at + 2 : at;
}

bool begins_name(char c) { return is_letter(c) || c == '_'; }

// Where the symbols end that stand at `at`, before `end` and a sign that belongs to a name.
std::size_t end_of_run(std::string_view text, std::size_t at, std::size_t end) {
  for (; at < end && is_symbol(text[at]) && !text.substr(at).starts_with("--"); ++at) {
    if (is_sign(text[at]) && at + 1 < text.size() && begins_name(text[at + 1])) break;
  }
  return at;
}

// Appends the symbols of text[begin, end), which has no word.
void scan(std::string_view text, std::uint32_t begin, std::uint32_t end, std::uint32_t position, std::vector<Token>& found) {
  for (std::size_t at = begin; at < end;) {
    at = skip_suffix(text.substr(0, end), at);
    const std::size_t behind = end_of_run(text, at, end);
    const std::string_view run = text.substr(at, behind - at);
    if (run.size() >= kLeast && run.size() <= kMost && !only_exclaims(run)) {
      found.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(behind), position, TokenKind::kSymbols});
    }
    at = behind;
    if (run.empty()) at += text.substr(at).starts_with("--") ? 2 : 1;
  }
}

// Whether a name begins at `begin`, and a sign belongs to it that nothing stands before: @property, $PATH, -v.
bool has_sign(std::string_view text, std::size_t begin) {
  if (begin == 0 || !is_sign(text[begin - 1]) || !begins_name(text[begin])) return false;
  return begin == 1 || !(is_of_word(text[begin - 2]) || is_sign(text[begin - 2]));
}

// The name at tokens[i] with its sign; an option has all that hyphens join.
Token signed_name(std::string_view text, const std::vector<Token>& tokens, std::size_t i) {
  Token name{tokens[i].begin - 1, tokens[i].end, tokens[i].position, TokenKind::kChain};
  if (text[name.begin] != '-') return name;
  for (; i < tokens.size() && tokens[i].begin <= name.end + 1; ++i) {
    if (tokens[i].begin == name.end + 1 && text[name.end] == '-') name.end = tokens[i].end;
  }
  return name;
}

}  // namespace

bool is_symbolic(std::string_view text, const Token& token) {
  return token.kind == TokenKind::kSymbols ||
         (token.kind == TokenKind::kChain && is_sign(text[token.begin]) && begins_name(text[token.begin + 1]));
}

void add_symbols(std::string_view text, std::uint32_t position, std::size_t first, std::vector<Token>& tokens) {
  std::vector<Token> found;
  std::uint32_t covered = 0;
  const auto scan_to = [&](std::uint32_t begin, std::uint32_t place) {
    if (begin >= covered + kLeast) scan(text, covered, begin, place, found);
  };
  for (std::size_t i = first; i < tokens.size(); ++i) {
    const Token& token = tokens[i];
    scan_to(token.begin, token.position);
    if (token.begin >= covered && has_sign(text, token.begin)) {
      const Token name = signed_name(text, tokens, i);
      if (name.end - name.begin <= kMaxTokenBytes) found.push_back(name);
    }
    covered = std::max(covered, token.end);
  }
  scan_to(static_cast<std::uint32_t>(text.size()), position);
  if (found.empty()) return;
  // From the last on, each behind the symbols before it.
  std::size_t from = tokens.size();
  std::size_t left = found.size();
  tokens.resize(from + left);
  for (std::size_t to = tokens.size(); left > 0;) {
    const bool is_word = from > first && tokens[from - 1].begin > found[left - 1].begin;
    tokens[--to] = is_word ? tokens[--from] : found[--left];
  }
}

}  // namespace catchword
