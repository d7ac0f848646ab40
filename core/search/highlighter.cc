#include "search/highlighter.h"

#include <algorithm>
#include <utility>

#include "analysis/word.h"
#include "base/ascii.h"
#include "base/utf8.h"

namespace catchword {
namespace {

constexpr std::string_view kEllipsis = "…";
constexpr std::size_t kLead = 60;  // bytes shown before the first mark, at most

std::size_t to_character(std::string_view text, std::size_t at) {
  while (at < text.size() && is_continuation(text[at])) ++at;
  return at;
}

// The nearest place at or behind `at` where a word begins; `at` itself in text without spaces.
std::size_t to_word(std::string_view text, std::size_t at) {
  if (at == 0) return 0;
  for (std::size_t i = at; i < std::min(at + 30, text.size()); ++i) {
    if (is_space(text[i - 1])) return i;
  }
  return to_character(text, at);
}

// The place behind the last sentence or line that ends in [from, to); `from` if none does.
std::size_t sentence_start(std::string_view text, std::size_t from, std::size_t to) {
  for (std::size_t i = to; i > from + 1; --i) {
    if (text[i - 1] == '\n') return i;
    if (is_space(text[i - 1]) && (text[i - 2] == '.' || text[i - 2] == '?' || text[i - 2] == '!')) {
      return i;
    }
  }
  return from;
}

// Copies bytes, collapsing white space, and keeps the UTF-16 length of what it wrote.
class Writer {
 public:
  void append(std::string_view piece) {
    for (const char c : piece) {
      if (is_space(c)) {
        pending_space_ = !text_.empty();
        continue;
      }
      put(c);
    }
  }

  /// Where the next character that isn't white space will stand.
  std::uint32_t position() {
    if (pending_space_) put_space();
    return size_;
  }

  [[nodiscard]] std::uint32_t size() const { return size_; }
  std::string take() { return std::move(text_); }

 private:
  void put_space() {
    pending_space_ = false;
    text_.push_back(' ');
    ++size_;
  }

  void put(char c) {
    if (pending_space_) put_space();
    text_.push_back(c);
    if (!is_continuation(c)) size_ += static_cast<unsigned char>(c) >= 0xF0 ? 2 : 1;
  }

  std::string text_;
  std::uint32_t size_ = 0;
  bool pending_space_ = false;
};

}  // namespace

void Highlighter::add(const QueryWord& word, const WordMatch& match, std::uint32_t rarity) {
  const auto id = static_cast<std::uint32_t>(rarities_.size());
  rarities_.push_back(rarity);
  for (const MatchedTerm& matched : match) {
    if (matched.kinship != Kinship::kCompletion) add_form(matched.term->form, id);
    if (word.exact) continue;
    for (const std::string& alias : matched.term->aliases) add_alias(alias, id);
  }
  if (word.prefix != Prefix::kUnfinished) return;
  prefix_ = word.folded;
  prefix_word_ = id;
}

void Highlighter::narrow(const TokenFilter& filter) {
  if (filter_ == nullptr) first_filtered_ = static_cast<std::uint32_t>(rarities_.size());
  filter_ = &filter;
}

void Highlighter::add_alias(const std::string& alias, std::uint32_t word) {
  if (!alias.ends_with(' ')) return add_form(alias, word);
  phrases_.push_back({alias, word, 0});
}

void Highlighter::add_form(std::string_view form, std::uint32_t word) {
  if (word_of_form(form) != kNone) return;
  std::uint32_t& chain = chains_[chain_of(form)];
  forms_.push_back({form, word, chain});
  chain = static_cast<std::uint32_t>(forms_.size());
}

std::size_t Highlighter::chain_of(std::string_view form) {
  std::uint32_t hash = 0;
  for (const char c : form) hash = hash * 31 + static_cast<unsigned char>(c);
  return hash % kChains;
}

std::uint32_t Highlighter::word_of_form(std::string_view form) const {
  for (std::uint32_t i = chains_[chain_of(form)]; i != 0; i = forms_[i - 1].next) {
    if (forms_[i - 1].form == form) return forms_[i - 1].word;
  }
  return kNone;
}

// Of a written form, which it may fold.
std::uint32_t Highlighter::word_of(std::string& form) const {
  const std::uint32_t word = word_of_form(form);
  if (word != kNone || prefix_word_ == kNone) return word;
  fold_in_place(form);
  return form.starts_with(prefix_) ? prefix_word_ : kNone;
}

// The word that a phrase stands for which begins with token `first`, and where that ends.
std::uint32_t Highlighter::phrase_at(std::string_view text, const std::vector<Token>& tokens, std::size_t first,
                                     std::uint32_t& end) const {
  for (const Form& phrase : phrases_) {
    std::string_view rest = phrase.form;
    for (std::size_t i = first; i < tokens.size(); ++i) {
      const Token& token = tokens[i];
      if (i > first && !is_in_phrases(token.kind)) continue;
      std::string form = word_form(text.substr(token.begin, token.end - token.begin));
      form.push_back(' ');
      if (!rest.starts_with(form)) break;
      rest.remove_prefix(form.size());
      if (!rest.empty()) continue;
      end = token.end;
      return phrase.word;
    }
  }
  return kNone;
}

std::vector<Highlighter::Mark> Highlighter::find(std::string_view text) const {
  std::vector<Token> tokens;
  tokenize(text, 0, tokens);
  std::vector<std::uint32_t> allowed;
  if (filter_ != nullptr) allowed = filter_->allowed(text, tokens);
  std::vector<Mark> marks;
  std::string form;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const Token& token = tokens[i];
    std::uint32_t end = token.end;
    word_form(text.substr(token.begin, token.end - token.begin), form);
    std::uint32_t word = word_of(form);
    if (word == kNone) word = phrase_at(text, tokens, i, end);
    if (word == kNone || (word >= first_filtered_ && allowed[i] == 0)) continue;
    if (!marks.empty() && token.begin < marks.back().bytes.second) {  // pairs, or parts of a name
      marks.back().bytes.second = std::max(marks.back().bytes.second, end);
    } else {
      marks.push_back({{token.begin, end}, word});
    }
  }
  return marks;
}

std::uint64_t Highlighter::worth(std::string_view text) const {
  std::vector<std::uint32_t> unseen = rarities_;
  std::uint64_t worth = 0;
  for (const Mark& mark : find(text)) worth += std::exchange(unseen[mark.word], 0);
  return worth;
}

// Where a window of `length` bytes that holds the most worth begins: at a mark.
std::size_t Highlighter::best_start(const std::vector<Mark>& marks, std::size_t length) const {
  std::size_t best = 0;
  std::uint64_t best_worth = 0;
  for (std::size_t i = 0; i < marks.size(); ++i) {
    std::vector<std::uint32_t> unseen = rarities_;
    std::uint64_t worth = 0;
    for (std::size_t k = i; k < marks.size(); ++k) {
      if (marks[k].bytes.second > marks[i].bytes.first + length) break;
      // A word's second occurrence is worth little, but breaks a tie.
      worth += std::uint64_t{1} + std::exchange(unseen[marks[k].word], 0);
    }
    if (worth > best_worth) {
      best = i;
      best_worth = worth;
    }
  }
  return best;
}

Snippet Highlighter::mark(std::string_view text) const { return excerpt(text, text.size()); }

Snippet Highlighter::excerpt(std::string_view text, std::size_t length) const {
  const std::vector<Mark> marks = find(text);
  std::size_t begin = 0;
  if (text.size() > length && !marks.empty()) {
    const std::size_t first = marks[best_start(marks, length - std::min(length, kLead))].bytes.first;
    const std::size_t lead = std::min(std::min(kLead, length / 3), first);
    begin = std::min(first, to_word(text, sentence_start(text, first - lead, first)));
    if (text.size() - begin < length) begin = std::min(first, to_word(text, text.size() - length));
  }
  std::size_t end = std::min(text.size(), begin + length);
  if (end < text.size()) end = std::min(to_word(text, end), text.size());

  Writer writer;
  if (begin > 0) writer.append(kEllipsis);
  Snippet snippet;
  std::size_t at = begin;
  for (const Mark& mark : marks) {
    if (mark.bytes.first < begin || mark.bytes.second > end) continue;
    writer.append(text.substr(at, mark.bytes.first - at));
    const std::uint32_t from = writer.position();
    at = mark.bytes.second;
    writer.append(text.substr(mark.bytes.first, at - mark.bytes.first));
    snippet.marks.emplace_back(from, writer.size());
  }
  writer.append(text.substr(at, end - at));
  if (end < text.size()) writer.append(kEllipsis);
  snippet.text = writer.take();
  return snippet;
}

}  // namespace catchword
