// HtmlTokenizer: UTF-8 -> tags and text, as section 13.2.5 of the HTML standard says.
#pragma once

#include <string_view>
#include <vector>

#include "document/html/tags.h"

namespace catchword {

/// One attribute as written: name in either case, value with its character references.
struct HtmlAttribute {
  std::string_view name;
  std::string_view value;  ///< without quotes; empty when there is none
};

/// One token. Its views lead into the input.
struct HtmlToken {
  enum class Kind { kText, kStart, kEnd };
  Kind kind = Kind::kText;
  HtmlTag tag = html_tag::kOther;         ///< of a start or an end tag
  std::string_view name;                  ///< of a start or an end tag, as written
  bool self_closing = false;              ///< of a start tag: ends with "/>"
  std::vector<HtmlAttribute> attributes;  ///< of a start tag; of equal names the first one counts
  std::string_view text;                  ///< of text, as written
  bool literal = false;                   ///< of text: '&' begins no character reference
};

/// Reads tokens from a text that outlives it. Comments, document types and processing
/// instructions are skipped. What the text of an element is depends on the tree that is built, so
/// the tree says it: after a start tag it may call `enter`, and `next` is told where it stands.
class HtmlTokenizer {
 public:
  /// How the content of an element is read.
  enum class Content {
    kRcdata,   ///< text with character references (title, textarea)
    kRawText,  ///< text without (style, iframe, noscript)
    kScript,   ///< as kRawText, but `<!-- <script>` hides an end tag
    kPlain,    ///< text to the end of the file (plaintext)
  };

  explicit HtmlTokenizer(std::string_view html) : at_(html.data()), end_(at_ + html.size()) {}

  /// Reads the next token into `token`, which is reused; false at the end. `in_foreign`: the
  /// current node is an SVG or MathML element, so that `<![CDATA[` begins text.
  /// Linear over the whole input.
  bool next(HtmlToken& token, bool in_foreign);

  /// Reads what follows as `content`, up to the end tag called `name` (a view into the input).
  void enter(Content content, std::string_view name);

  /// Bytes not yet read.
  [[nodiscard]] std::size_t left() const { return static_cast<std::size_t>(end_ - at_); }

 private:
  bool next_raw(HtmlToken& token);
  bool next_markup(HtmlToken& token, bool in_foreign);
  bool read_markup(HtmlToken& token, bool in_foreign);
  bool read_declaration(HtmlToken& token, bool in_foreign);
  bool read_cdata(HtmlToken& token);
  bool read_tag(HtmlToken& token, HtmlToken::Kind kind, const char* name);
  bool read_attributes(HtmlToken& token);
  void read_attribute(HtmlToken& token);
  std::string_view read_value();
  void skip_comment();
  void skip_past(char stop);
  void set_text(HtmlToken& token, const char* begin, const char* end, bool literal);
  [[nodiscard]] const char* find_end_tag() const;
  [[nodiscard]] const char* find_script_end() const;
  [[nodiscard]] bool is_end_tag(const char* at) const;

  const char* at_;
  const char* end_;
  bool in_raw_ = false;
  Content content_ = Content::kRawText;
  std::string_view raw_name_;
};

/// The first attribute called `name` (lower case), or nullptr. Linear in the attributes.
const HtmlAttribute* find_attribute(const HtmlToken& token, std::string_view name);

/// Whether `text` is `lower` when its ASCII letters are lowered.
bool equals_ignoring_case(std::string_view text, std::string_view lower);

/// Whether two names are equal but for the case of ASCII letters.
bool html_names_equal(std::string_view a, std::string_view b);

/// The white space of HTML: tab, line feed, form feed, carriage return, space.
constexpr bool is_html_space(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

}  // namespace catchword
