// The grammar, loosest first. Space joins what stands beside each other.
//
//   all      = some { some }
//   some     = both { "OR" both }
//   both     = near { "AND" near }
//   near     = unary { "NEAR" ["/" number] unary }
//   unary    = ["-" | "NOT"] primary         "-v" is a word; NOT where capitals set it apart, behind something not in them
//   primary  = "(" all ")" | key ":" primary | "=" word | phrase | word
//
// A word goes up to white space or a quote; parentheses that it opens are its own: f(x).

#include <algorithm>

#include "base/ascii.h"
#include "query/expression.h"
#include "query/leaf.h"

namespace catchword {
namespace {

constexpr std::size_t kMostLeaves = 64;
constexpr int kDeepest = 16;
constexpr std::uint32_t kUsualDistance = 10;   // NEAR without a number
constexpr std::uint32_t kMostNear = 1000;

// Whether capitals set a word apart. A query in capitals is a name or a piece of code more often than a list of what
// must not be there: IS NOT NULL.
bool has_small_letters(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c & 0x80) != 0; });
}

std::string_view first_word(std::string_view text) {
  std::size_t begin = 0;
  while (begin < text.size() && is_space(text[begin])) ++begin;
  std::size_t end = begin;
  while (end < text.size() && !is_space(text[end])) ++end;
  return text.substr(begin, end - begin);
}

std::string_view last_word(std::string_view text) {
  std::size_t end = text.size();
  while (end > 0 && is_space(text[end - 1])) --end;
  std::size_t begin = end;
  while (begin > 0 && !is_space(text[begin - 1])) --begin;
  return text.substr(begin, end - begin);
}

bool is_in_capitals(std::string_view word) {
  return !has_small_letters(word) && std::any_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

class Parser {
 public:
  Parser(std::string_view text, bool complete)
      : text_(text), complete_(complete), excludes_by_word_(has_small_letters(text)) {}

  Expression run() {
    Expression all;
    while (at_ < text_.size() && leaves_ < kMostLeaves) {
      append(all, parse_all());
      if (at_ < text_.size()) ++at_;  // a parenthesis that nothing opened
    }
    return all;
  }

 private:
  void skip_space() {
    while (at_ < text_.size() && is_space(text_[at_])) ++at_;
  }

  [[nodiscard]] char here() const { return at_ < text_.size() ? text_[at_] : '\0'; }
  [[nodiscard]] std::string_view rest() const { return text_.substr(at_); }

  // The word in capitals `joint`, when it stands here and something to join behind it.
  bool take_joint(std::string_view joint) {
    skip_space();
    if (!rest().starts_with(joint)) return false;
    std::size_t behind = at_ + joint.size();
    if (behind >= text_.size() || (!is_space(text_[behind]) && text_[behind] != '(')) return false;
    while (behind < text_.size() && is_space(text_[behind])) ++behind;
    if (behind == text_.size() || text_[behind] == ')') return false;
    at_ = behind;
    return true;
  }

  // Takes "NEAR" or "NEAR/5" and gives the distance, or 0.
  std::uint32_t take_near() {
    const std::size_t begin = at_;
    skip_space();
    std::uint32_t distance = kUsualDistance;
    if (rest().starts_with("NEAR/") && at_ + 5 < text_.size() && is_digit(text_[at_ + 5])) {
      std::size_t end = at_ + 5;
      for (distance = 0; end < text_.size() && is_digit(text_[end]); ++end) {
        distance = std::min(distance * 10 + static_cast<std::uint32_t>(text_[end] - '0'), kMostNear);
      }
      const std::string joint(rest().substr(0, end - at_));
      if (take_joint(joint)) return std::max(distance, 1u);
    } else if (take_joint("NEAR")) {
      return distance;
    }
    at_ = begin;
    return 0;
  }

  // What stands in a group of its own goes up into the one around it. Under a key what is typed together may be a value.
  void append(Expression& all, Expression&& part) const {
    const bool may_be_value = keyed_ > 0 && !part.typed.empty();
    if (part.kind != Expression::kAll || part.required || may_be_value) return append_part(all.children, std::move(part));
    for (Expression& child : part.children) append_part(all.children, std::move(child));
  }

  static bool is_nothing(const Expression& part) { return !part.is_leaf() && part.children.empty(); }

  Expression parse_all() {
    Expression all;
    for (skip_space(); at_ < text_.size() && here() != ')' && leaves_ < kMostLeaves; skip_space()) {
      Expression part = parse_some();
      if (!is_nothing(part)) append(all, std::move(part));
    }
    if (leaves_ >= kMostLeaves) at_ = text_.size();
    return all;
  }

  template <class ParsePart>
  Expression parse_chain(Expression::Kind kind, std::string_view joint, const ParsePart& parse) {
    Expression first = parse();
    if (!take_joint(joint)) return first;
    Expression chain;
    chain.kind = kind;
    chain.required = true;
    chain.children.push_back(std::move(first));
    do {
      chain.children.push_back(parse());
    } while (take_joint(joint));
    return only(std::move(chain));
  }

  // Without children that say nothing; and the last one left stands for itself.
  static Expression only(Expression&& chain) {
    auto& children = chain.children;
    children.erase(std::remove_if(children.begin(), children.end(), is_nothing), children.end());
    if (children.size() != 1) return std::move(chain);
    Expression one = std::move(children[0]);
    return one;
  }

  Expression parse_some() {
    return parse_chain(Expression::kSome, "OR", [this] { return parse_both(); });
  }

  Expression parse_both() {
    return parse_chain(Expression::kAll, "AND", [this] { return parse_near(); });
  }

  Expression parse_near() {
    Expression first = parse_unary();
    Expression near;
    near.kind = Expression::kNear;
    near.children.push_back(std::move(first));
    while (const std::uint32_t distance = take_near()) {
      near.distance = std::max(near.distance, distance);
      near.children.push_back(parse_unary());
    }
    if (near.children.size() == 1) return std::move(near.children[0]);
    near = only(std::move(near));
    if (near.kind != Expression::kNear) return near;
    for (Expression& child : near.children) stand_together(child);
    require_places(near);
    return near;
  }

  // One letter or digit is an option's name: nobody leaves out the pages with a v.
  [[nodiscard]] bool is_option() const {
    if (at_ + 1 >= text_.size() || !(is_letter(text_[at_ + 1]) || is_digit(text_[at_ + 1]))) return false;
    if (at_ + 2 == text_.size()) return true;
    return is_space(text_[at_ + 2]) || text_[at_ + 2] == ')' || quote_size(text_.substr(at_ + 2)) != 0;
  }

  // Symbols up to where the word ends: ->. A quote or a parenthesis behind the minus ends none.
  [[nodiscard]] bool is_operator() const {
    const std::string_view word = text_.substr(at_, end_of_word() - at_);
    return word.size() > 1 && is_all_punctuation(word) && word.find('(') == word.npos;
  }

  // Whether a group, or the whole, begins here: there is nothing yet to leave out of.
  [[nodiscard]] bool begins() const {
    std::size_t begin = at_;
    while (begin > 0 && is_space(text_[begin - 1])) --begin;
    return begin == 0 || text_[begin - 1] == '(';
  }

  // Whether NOT, if it is that which stands here, leaves out what follows: not among capitals, a piece of code.
  [[nodiscard]] bool may_leave_out() const {
    if (!excludes_by_word_ || begins()) return false;
    const std::string_view behind = rest().substr(std::min<std::size_t>(rest().size(), 3));
    return !is_in_capitals(last_word(text_.substr(0, at_))) || !is_in_capitals(first_word(behind));
  }

  // Several words without a space between them have one place: that of a phrase.
  static void stand_together(Expression& part) {
    if (part.kind != Expression::kAll || part.typed.empty() || !part.key.empty()) return;
    const std::string typed = std::move(part.typed);
    part = read_phrase(typed);
    part.typed = typed;
  }

  Expression parse_unary() {
    skip_space();
    const bool minus = here() == '-' && at_ + 1 < text_.size() && !is_space(text_[at_ + 1]) &&
                       text_[at_ + 1] != '-' && text_[at_ + 1] != ')' && !is_option() && !is_operator();
    if (!minus && (!may_leave_out() || !take_joint("NOT"))) return parse_primary();
    if (minus) ++at_;
    Expression negated = parse_primary();
    if (is_nothing(negated)) return negated;
    Expression expression;
    expression.kind = Expression::kNot;
    expression.children.push_back(std::move(negated));
    return expression;
  }

  Expression parse_primary() {
    skip_space();
    if (here() == '(') return parse_group();
    if (const std::size_t opening = quote_size(rest()); opening != 0) return parse_phrase(opening);
    const std::size_t begin = at_;
    const std::size_t end = end_of_word();
    const std::string_view chunk = text_.substr(begin, end - begin);
    const std::size_t quote = quote_size(text_.substr(end));  // key:"a phrase"
    if (const std::size_t colon = colon_of(text_.substr(begin, end - begin + quote));
        colon != chunk.npos) {
      return parse_keyed(chunk.substr(0, colon), begin + colon + 1);
    }
    at_ = end;
    return leaf_of(chunk, end);
  }

  Expression parse_group() {
    ++at_;
    if (depth_ == kDeepest) return {};
    ++depth_;
    Expression group = parse_all();
    --depth_;
    if (here() == ')') ++at_;
    return only(std::move(group));
  }

  Expression parse_phrase(std::size_t quote) {
    const std::size_t begin = at_ + quote;
    std::size_t end = begin;
    while (end < text_.size() && quote_size(text_.substr(end)) == 0) ++end;
    at_ = std::min(end + quote_size(text_.substr(end)), text_.size());
    while (here() == '-') ++at_;  // joins a word to it, and excludes nothing: "bowl"-shaped
    ++leaves_;
    Expression phrase = read_phrase(text_.substr(begin, end - begin));
    phrase.typed = text_.substr(begin, end - begin);
    return phrase;
  }

  // `key`, with what stands behind its colon.
  Expression parse_keyed(std::string_view key, std::size_t behind) {
    at_ = behind;
    Expression value;
    if (here() == '(') {
      ++keyed_;
      value = parse_group();
      --keyed_;
    } else if (quote_size(rest()) != 0) {
      value = parse_phrase(quote_size(rest()));
    } else {
      const std::size_t end = end_of_word();
      at_ = end;
      value = leaf_of(text_.substr(behind, end - behind), end);
    }
    if (is_nothing(value)) return leaf_of(key, behind);
    set_key(value, key_of(key));
    return value;
  }

  static void set_key(Expression& value, const std::string& key) {
    if (value.key.empty()) value.key = key;
    if (value.kind == Expression::kAll) value.required = true;
    for (Expression& child : value.children) set_key(child, key);
  }

  Expression leaf_of(std::string_view chunk, std::size_t end) {
    Expression leaf = read_leaf(chunk, end == text_.size() && !complete_);
    leaf.typed = chunk;
    leaves_ += std::max<std::size_t>(leaf.children.size(), 1);
    return leaf;
  }

  // A word ends at white space, a quote, or a parenthesis that it did not open.
  [[nodiscard]] std::size_t end_of_word() const {
    int open = 0;
    std::size_t end = at_;
    for (; end < text_.size() && !is_space(text_[end]); ++end) {
      if (end > at_ && quote_size(text_.substr(end)) != 0) break;
      if (text_[end] == '(') ++open;
      if (text_[end] == ')' && open-- == 0) break;
    }
    return std::max(end, std::min(at_ + 1, text_.size()));
  }

  std::string_view text_;
  bool complete_;
  bool excludes_by_word_;
  std::size_t at_ = 0;
  std::size_t leaves_ = 0;
  int depth_ = 0;
  int keyed_ = 0;  // parentheses around that stand under a key
};

// `text` with ASCII's space for those that input methods write: U+3000 and U+00A0.
std::string with_ascii_spaces(std::string_view text) {
  std::string spaced;
  while (!text.empty()) {
    const std::size_t size = text.starts_with("\u3000") ? 3 : text.starts_with("\u00A0") ? 2 : 0;
    spaced.push_back(size != 0 ? ' ' : text[0]);
    text.remove_prefix(std::max<std::size_t>(size, 1));
  }
  return spaced;
}

}  // namespace

void append_part(std::vector<Expression>& parts, Expression&& part) {
  const auto same = std::find_if(parts.begin(), parts.end(), [&](const Expression& other) {
    return part.kind == Expression::kWord && is_same_word(other, part);
  });
  if (same == parts.end()) return parts.push_back(std::move(part));
  same->word.prefix = std::min(same->word.prefix, part.word.prefix);  // finished once is finished
  same->word.count += part.word.count;
}

void require_places(Expression& near) {
  if (near.kind != Expression::kNear) return;
  const auto has_place = [](const Expression& child) {
    return (is_word(child) && !is_all_punctuation(child.word.form)) || child.kind == Expression::kPhrase;
  };
  if (std::all_of(near.children.begin(), near.children.end(), has_place)) return;
  near.kind = Expression::kAll;
  near.required = true;
}

Expression parse_expression(std::string_view text, bool complete) {
  constexpr std::size_t kLongest = 8192;
  return Parser(with_ascii_spaces(text.substr(0, kLongest)), complete).run();
}

}  // namespace catchword
