// External interface: HtmlTokenizer, find_attribute, equals_ignoring_case, html_names_equal.
//
// The standard describes 80 states, one character at a time. Nearly all of them come down to
// "skip to the next '<', quote or '>'", which is how they are written here; the comments name the
// states where that is not obvious.
#include "document/html/tokenizer.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "base/ascii.h"

namespace catchword {
namespace {

constexpr std::string_view kCommentStart = "<!--";
constexpr std::string_view kCdataStart = "[CDATA[";
constexpr std::string_view kScriptName = "script";

char lowered(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; }

// Classes of bytes inside a tag.
enum : std::uint8_t { kEndsTagName = 1, kEndsAttributeName = 2, kEndsBareValue = 4 };

constexpr std::array<std::uint8_t, 256> make_classes() {
  std::array<std::uint8_t, 256> classes{};
  for (const char c : {' ', '\n', '\t', '\r', '\f', '>'}) {
    classes[static_cast<unsigned char>(c)] = kEndsTagName | kEndsAttributeName | kEndsBareValue;
  }
  classes['/'] = kEndsTagName | kEndsAttributeName;
  classes['='] = kEndsAttributeName;
  return classes;
}
constexpr auto kClasses = make_classes();

const char* skip_until(const char* at, const char* end, std::uint8_t stop) {
  while (at < end && (kClasses[static_cast<unsigned char>(*at)] & stop) == 0) ++at;
  return at;
}

const char* find_byte(const char* at, const char* end, char byte) {
  if (at >= end) return end;
  const void* found = std::memchr(at, byte, static_cast<std::size_t>(end - at));
  return found != nullptr ? static_cast<const char*>(found) : end;
}

std::string_view view(const char* begin, const char* end) {
  return {begin, static_cast<std::size_t>(end - begin)};
}

bool begins_with(const char* at, const char* end, std::string_view prefix) {
  return view(at, end).starts_with(prefix);
}

// Whether `name` and one of "\t\n\f\r />" stand at `at`.
bool is_name_at(const char* at, const char* end, std::string_view name) {
  const auto rest = view(at, end);
  return rest.size() > name.size() &&
         std::equal(name.begin(), name.end(), rest.begin(),
                    [](char a, char b) { return lowered(a) == lowered(b); }) &&
         (kClasses[static_cast<unsigned char>(rest[name.size()])] & kEndsTagName) != 0;
}

// Behind "<!--" at `at`: behind the comment, or `end`.
const char* comment_end(const char* at, const char* end) {
  if (begins_with(at, end, ">")) return at + 1;
  if (begins_with(at, end, "->")) return at + 2;
  for (;;) {
    at = find_byte(at, end, '-');
    if (end - at < 3) return end;
    if (at[1] == '-' && at[2] == '>') return at + 3;
    if (at[1] == '-' && begins_with(at + 2, end, "!>")) return at + 4;
    ++at;
  }
}

// The next '<' that begins markup, or `end`: any other '<' is text.
const char* find_markup(const char* at, const char* end) {
  for (;; ++at) {
    at = find_byte(at, end, '<');
    if (end - at < 2) return end;
    if (is_letter(at[1]) || at[1] == '!' || at[1] == '?') return at;
    if (at[1] == '/' && end - at > 2) return at;
  }
}

}  // namespace

bool HtmlTokenizer::next(HtmlToken& token, bool in_foreign) {
  if (in_raw_ && next_raw(token)) return true;
  return next_markup(token, in_foreign);
}

void HtmlTokenizer::enter(Content content, std::string_view name) {
  in_raw_ = true;
  content_ = content;
  raw_name_ = name;
}

void HtmlTokenizer::set_text(HtmlToken& token, const char* begin, const char* end, bool literal) {
  token.kind = HtmlToken::Kind::kText;
  token.text = view(begin, end);
  token.literal = literal;
}

// The text of a raw element; false when it has none.
bool HtmlTokenizer::next_raw(HtmlToken& token) {
  in_raw_ = false;
  const char* begin = at_;
  at_ = content_ == Content::kPlain    ? end_
        : content_ == Content::kScript ? find_script_end()
                                       : find_end_tag();
  set_text(token, begin, at_, content_ != Content::kRcdata);
  return at_ != begin;
}

bool HtmlTokenizer::is_end_tag(const char* at) const {
  return end_ - at > 2 && at[1] == '/' && is_name_at(at + 2, end_, raw_name_);
}

const char* HtmlTokenizer::find_end_tag() const {
  const char* at = find_byte(at_, end_, '<');
  while (at < end_ && !is_end_tag(at)) at = find_byte(at + 1, end_, '<');
  return at;
}

// The "script data", "script data escaped" and "script data double escaped" states. "<!-->" both
// begins and ends the escape, so the search for "-->" begins at its own dashes.
const char* HtmlTokenizer::find_script_end() const {
  enum class Escape { kNone, kEscaped, kDouble } escape = Escape::kNone;
  for (const char* at = at_; at < end_; ++at) {
    if (escape == Escape::kNone) {
      at = find_byte(at, end_, '<');
    } else {
      while (at < end_ && *at != '<' && *at != '-') ++at;
    }
    if (at == end_) break;
    if (*at == '-') {
      if (begins_with(at, end_, "-->")) escape = Escape::kNone;
    } else if (escape == Escape::kNone && begins_with(at, end_, kCommentStart)) {
      escape = Escape::kEscaped;
      ++at;  // the next byte looked at is the first dash
    } else if (is_end_tag(at)) {
      if (escape != Escape::kDouble) return at;
      escape = Escape::kEscaped;
    } else if (escape == Escape::kEscaped && is_name_at(at + 1, end_, kScriptName)) {
      escape = Escape::kDouble;
    }
  }
  return end_;
}

// Text up to the next markup, or that markup.
bool HtmlTokenizer::next_markup(HtmlToken& token, bool in_foreign) {
  while (at_ < end_) {
    const char* markup = find_markup(at_, end_);
    if (markup > at_) {
      set_text(token, at_, markup, false);
      at_ = markup;
      return true;
    }
    if (read_markup(token, in_foreign)) return true;
  }
  return false;
}

// Reads one piece of markup at '<'; true when it makes a token. Moves on in any case.
bool HtmlTokenizer::read_markup(HtmlToken& token, bool in_foreign) {
  const char next = at_[1];
  if (is_letter(next)) return read_tag(token, HtmlToken::Kind::kStart, at_ + 1);
  if (next == '!') return read_declaration(token, in_foreign);
  if (next == '/' && is_letter(at_[2])) return read_tag(token, HtmlToken::Kind::kEnd, at_ + 2);
  skip_past('>');  // "<?", "</>" and "</ ...>"
  return false;
}

// Comments, document types and, in foreign content, CDATA sections.
bool HtmlTokenizer::read_declaration(HtmlToken& token, bool in_foreign) {
  if (begins_with(at_, end_, kCommentStart)) {
    skip_comment();
    return false;
  }
  if (in_foreign && begins_with(at_ + 2, end_, kCdataStart)) return read_cdata(token);
  skip_past('>');
  return false;
}

bool HtmlTokenizer::read_cdata(HtmlToken& token) {
  const char* begin = at_ + 2 + kCdataStart.size();
  const auto rest = view(begin, end_);
  const std::size_t size = std::min(rest.find("]]>"), rest.size());
  at_ = std::min(end_, begin + std::min(rest.size(), size + 3));
  set_text(token, begin, begin + size, true);
  return size > 0;
}

void HtmlTokenizer::skip_comment() { at_ = comment_end(at_ + kCommentStart.size(), end_); }

void HtmlTokenizer::skip_past(char stop) {
  at_ = find_byte(at_, end_, stop);
  if (at_ < end_) ++at_;
}

// A tag that the end of the file cuts off is no tag.
bool HtmlTokenizer::read_tag(HtmlToken& token, HtmlToken::Kind kind, const char* name) {
  at_ = skip_until(name, end_, kEndsTagName);
  token.kind = kind;
  token.name = view(name, at_);
  token.tag = html_tag_of(token.name);
  token.self_closing = false;
  token.attributes.clear();
  if (at_ < end_ && *at_ == '>') return ++at_, true;
  return read_attributes(token);
}

bool HtmlTokenizer::read_attributes(HtmlToken& token) {
  while (at_ < end_) {
    const char c = *at_;
    if (c == '>') return ++at_, true;
    if (c == '/') {
      ++at_;
      token.self_closing = at_ < end_ && *at_ == '>';
    } else if (is_html_space(c)) {
      ++at_;
    } else {
      read_attribute(token);
    }
  }
  return false;
}

// A '=' where a name should begin is part of the name.
void HtmlTokenizer::read_attribute(HtmlToken& token) {
  const char* name = at_;
  at_ = skip_until(at_ + 1, end_, kEndsAttributeName);
  HtmlAttribute attribute{view(name, at_), {}};
  while (at_ < end_ && is_html_space(*at_)) ++at_;
  if (at_ < end_ && *at_ == '=') {
    ++at_;
    attribute.value = read_value();
  }
  token.attributes.push_back(attribute);
}

std::string_view HtmlTokenizer::read_value() {
  while (at_ < end_ && is_html_space(*at_)) ++at_;
  if (at_ == end_ || *at_ == '>') return {};
  const bool quoted = *at_ == '"' || *at_ == '\'';
  const char* begin = quoted ? at_ + 1 : at_;
  const char* end = quoted ? find_byte(begin, end_, *at_) : skip_until(begin, end_, kEndsBareValue);
  at_ = quoted && end < end_ ? end + 1 : end;
  return view(begin, end);
}

const HtmlAttribute* find_attribute(const HtmlToken& token, std::string_view name) {
  for (const HtmlAttribute& attribute : token.attributes) {
    if (equals_ignoring_case(attribute.name, name)) return &attribute;
  }
  return nullptr;
}

bool equals_ignoring_case(std::string_view text, std::string_view lower) {
  return text.size() == lower.size() &&
         std::equal(text.begin(), text.end(), lower.begin(),
                    [](char a, char b) { return lowered(a) == b; });
}

bool html_names_equal(std::string_view a, std::string_view b) {
  return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) {
           return lowered(x) == lowered(y);
         });
}

}  // namespace catchword
