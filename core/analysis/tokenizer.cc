#include "analysis/tokenizer.h"

#include <utility>

#include "analysis/symbols.h"
#include "analysis/unicode.h"
#include "base/ascii.h"
#include "base/utf8.h"

namespace catchword {
namespace {

using Class = CharacterClass;

constexpr bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
constexpr bool is_ascii_word(char c) { return is_letter(c) || is_digit(c); }

bool is_spaceless(Class c) { return c >= Class::kHan && c <= Class::kSouthEastAsian; }
bool is_mark(Class c) { return c == Class::kMark || c == Class::kAccent || c == Class::kFormat; }
bool begins_word(Class c) { return c == Class::kLetter || c == Class::kDigit; }

constexpr std::size_t kNone = std::string_view::npos;

// One pass over a text. Every step_ function begins at `at_` and leaves it behind what it took.
class Scanner {
 public:
  Scanner(std::string_view text, std::uint32_t position, std::vector<Token>& tokens)
      : text_(text), position_(position), tokens_(tokens) {}

  std::uint32_t run() {
    while (at_ < text_.size()) {
      const Class c = class_here();
      const std::size_t sign = sign_size(c);
      if (sign != 0 || begins_word(c) || text_[at_] == '_') {
        scan_chain(sign);
        if (at_char(at_, '-')) ++at_;  // so that two of them, a dash, begin no option
      } else if (is_spaceless(c)) {
        scan_spaceless();
      } else {
        at_ = next_;
      }
    }
    return position_;
  }

 private:
  // The class of the character at at_; next_ is then the offset behind it.
  Class class_here() {
    next_ = at_;
    const char c = text_[at_];
    if ((c & 0x80) == 0) {
      ++next_;
      if (is_digit(c)) return Class::kDigit;
      if (c == '$') return Class::kCurrency;
      return is_letter(c) ? Class::kLetter : Class::kSeparator;
    }
    return character_class(next_code_point(text_, next_));
  }

  [[nodiscard]] bool at_char(std::size_t at, char c) const {
    return at < text_.size() && text_[at] == c;
  }
  [[nodiscard]] bool at_digit(std::size_t at) const {
    return at < text_.size() && is_digit(text_[at]);
  }

  // The bytes of a sign of class `c`, at at_, that belongs to the word behind it: a currency's before a digit, or an
  // option's hyphens.
  [[nodiscard]] std::size_t sign_size(Class c) const {
    if (c == Class::kCurrency) return at_digit(next_) ? next_ - at_ : 0;
    return at_char(at_, '-') && at_char(at_ + 1, '-') ? 2 : 0;
  }

  // Whether a word follows at once that is joined to the one before; at_ is then where it begins.
  bool step_joint(bool is_option) {
    if (at_digit(at_)) return true;  // behind "c++", which holds no digits
    const std::size_t end = at_;
    const std::size_t size = at_char(end, '.') || (is_option && at_char(end, '-')) ? 1
                             : at_char(end, ':') && at_char(end + 1, ':')          ? 2
                                                                                   : 0;
    if (size == 0 || end + size >= text_.size()) return false;
    at_ = end + size;
    const bool joins = begins_word(class_here()) || text_[at_] == '_';
    if (!joins) at_ = end;
    return joins;
  }

  // A word, and those that are joined to it; `sign` bytes stand before it.
  void scan_chain(std::size_t sign) {
    const std::size_t first = tokens_.size();
    const std::uint32_t position = position_;
    const bool is_option = text_[at_] == '-';
    at_ += sign;
    const std::size_t begin = at_;
    std::size_t end = scan_word();
    bool joined = false;
    while (end == at_ && step_joint(is_option)) {
      const std::size_t behind = scan_word();
      if (behind == kNone) break;
      joined = true;
      end = behind;
    }
    joined = joined && !is_option;
    if (end - begin + sign > kMaxTokenBytes) return;  // as kNone is
    // v2.1.0 is 2.1.0 as well.
    const bool version = joined && (text_[begin] | 0x20) == 'v' && at_digit(begin + 1);
    if (version) put_chain(first, begin + 1, end, position);
    if (joined) put_chain(first, begin, end, position);
    if (sign != 0) put_chain(first, begin - sign, end, position);
  }

  // Puts a chain before the tokens from `at` on.
  void put_chain(std::size_t at, std::size_t begin, std::size_t end, std::uint32_t position) {
    tokens_.push_back(token(begin, end, TokenKind::kChain));
    tokens_.back().position = position;
    for (std::size_t i = tokens_.size() - 1; i > at; --i) std::swap(tokens_[i], tokens_[i - 1]);
  }

  // Returns where it ends, without what is skipped behind it; kNone when there is none.
  std::size_t scan_word() {
    const std::size_t begin = at_;
    bool named = false;  // holds a letter or a digit, so not only underscores
    while (at_ < text_.size()) {
      if (text_[at_] == '_') {
        ++at_;
        continue;
      }
      const Class c = class_here();
      if (!begins_word(c) && !is_mark(c)) break;
      named = named || begins_word(c);
      at_ = next_;
    }
    if (!named) return kNone;
    emit_word(begin, at_);
    const std::size_t end = at_;
    skip_possessive();
    return end;
  }

  void emit_word(std::size_t begin, std::size_t end) {
    end = clip(begin, end);
    const std::size_t suffix = symbol_suffix(begin, end);
    const std::size_t first = tokens_.size();
    tokens_.push_back(token(begin, end + suffix, TokenKind::kIdentifier));
    emit_parts(begin, end);
    const bool only_itself = tokens_.size() == first + 2 && tokens_.back().begin == begin &&
                             tokens_.back().end == end + suffix;
    if (only_itself) {
      tokens_.pop_back();
      tokens_.back().kind = TokenKind::kWord;
    }
    at_ += suffix;
  }

  // "c++", "c#": symbols that belong to the name before them, also with a version behind. Returns their number of bytes.
  [[nodiscard]] std::size_t symbol_suffix(std::size_t begin, std::size_t end) const {
    std::size_t size = 0;
    if (at_char(end, '+') && at_char(end + 1, '+')) {
      size = 2;
    } else if (at_char(end, '#') && end - begin == 1) {
      size = 1;
    }
    const bool goes_on = end + size < text_.size() && is_letter(text_[end + size]);
    return goes_on || end != at_ ? 0 : size;
  }

  void emit_parts(std::size_t begin, std::size_t end) {
    std::size_t part = begin;
    for (std::size_t i = begin; i < end; ++i) {
      if (text_[i] == '_') {
        emit_part(part, i);
        part = i + 1;
      } else if (i > part && is_case_boundary(i, end)) {
        emit_part(part, i);
        part = i;
      }
    }
    emit_part(part, end);
  }

  // Between "camel" and "Case", and between "HTML" and "Parser".
  [[nodiscard]] bool is_case_boundary(std::size_t at, std::size_t end) const {
    if (!is_upper(text_[at])) return false;
    if (is_lower(text_[at - 1])) return true;
    return is_upper(text_[at - 1]) && at + 1 < end && is_lower(text_[at + 1]);
  }

  void emit_part(std::size_t begin, std::size_t end) {
    if (begin == end) return;
    tokens_.push_back(token(begin, end, TokenKind::kPart));
    ++position_;
  }

  void skip_possessive() {
    std::size_t at = at_;
    if (at_char(at, '\'')) {
      ++at;
    } else if (text_.substr(at).starts_with("\u2019")) {
      at += 3;
    } else {
      return;
    }
    if (at == text_.size() || (text_[at] | 0x20) != 's') return;
    ++at;
    if (at < text_.size() && ((text_[at] & 0x80) != 0 || is_ascii_word(text_[at]))) return;
    at_ = at;
  }

  void scan_spaceless() {
    std::size_t before = at_;
    take_character();
    while (at_ < text_.size()) {
      const std::size_t here = at_;
      if (!is_spaceless(class_here())) break;
      take_character();
      tokens_.push_back(token(before, at_, TokenKind::kPair));
      ++position_;
      before = here;
    }
    tokens_.push_back(token(before, at_, TokenKind::kLast));
    ++position_;
  }

  // One character of a spaceless script with the marks that follow it.
  void take_character() {
    class_here();
    at_ = next_;
    while (at_ < text_.size() && is_mark(class_here())) at_ = next_;
  }

  [[nodiscard]] std::size_t clip(std::size_t begin, std::size_t end) const {
    if (end - begin <= kMaxTokenBytes) return end;
    end = begin + kMaxTokenBytes;
    while (is_continuation(text_[end])) --end;
    return end;
  }

  [[nodiscard]] Token token(std::size_t begin, std::size_t end, TokenKind kind) const {
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), position_, kind};
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t next_ = 0;
  std::uint32_t position_;
  std::vector<Token>& tokens_;
};

}  // namespace

std::uint32_t tokenize(std::string_view text, std::uint32_t position, std::vector<Token>& tokens) {
  const std::size_t first = tokens.size();
  position = Scanner(text, position, tokens).run();
  add_symbols(text, position, first, tokens);
  return position;
}

}  // namespace catchword
