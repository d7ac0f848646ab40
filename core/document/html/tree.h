// HtmlTree: the open elements while a page is read, as section 13.2.6 of the HTML standard says.
//
// No tree is built. The text of a page depends on it in one way only: on the elements that are
// open where the text stands. So this is the standard's tree construction with everything kept
// that moves the stack of open elements and the list of active formatting elements (implied end
// tags, scopes, table modes, the adoption agency, foreign content), and the rest left out.
// Left out, and what it may cost: content that the standard moves after it was read (text before
// a table's cells appears where it is written, as a block).
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "document/html/style.h"
#include "document/html/tokenizer.h"

namespace catchword {

enum class HtmlNamespace : std::uint8_t { kHtml, kSvg, kMathml };

/// The parser's rules that hold inside an element.
enum class HtmlMode : std::uint8_t {
  kBody,
  kTable,
  kCaption,
  kColgroup,
  kTableBody,
  kRow,
  kCell,
  kSelect,
  kSelectInTable,
};

/// Where HTML may stand inside SVG and MathML.
enum class HtmlIntegration : std::uint8_t { kNone, kMathmlText, kAnnotation, kHtml };

/// An element whose end has not been seen.
struct OpenElement {
  HtmlTag tag = html_tag::kOther;
  HtmlNamespace space = HtmlNamespace::kHtml;
  HtmlMode mode = HtmlMode::kBody;
  HtmlIntegration integration = HtmlIntegration::kNone;
  std::uint32_t id = 0;     ///< not 0; the same when the parser opens the element again
  std::uint32_t marks = 0;  ///< the listener's own, kept for `close`
  std::string_view name;    ///< as written
  ElementStyle own;
  TextStyle text;  ///< of the text inside
};

/// Hears of elements and text in the order of the page.
class HtmlTreeListener {
 public:
  virtual ~HtmlTreeListener() = default;

  /// An element begins. The listener fills `marks` and `own` of `element`.
  virtual void open(const HtmlToken& token, const TextStyle& parent, OpenElement& element) = 0;

  /// A formatting element goes on in another block, with what `open` filled in.
  virtual void reopen(const OpenElement& element) = 0;

  /// An element ends. Only called for those that have `marks`.
  virtual void close(const OpenElement& element) = 0;

  /// An element without content stands in text of `style`.
  virtual void empty_element(const HtmlToken& token, const TextStyle& style) = 0;

  virtual void text(const HtmlToken& token, const TextStyle& style) = 0;

  /// Text that the standard moves out of the table in which it stands.
  virtual void misplaced_text(const HtmlToken& token, const TextStyle& style) = 0;
};

/// Feed it every token of a page, then `finish`. Time is linear in the page's size: searches of
/// the stack are paid from a budget, and when hostile nesting has used it up, elements are no
/// longer nested deeper than a few hundred.
class HtmlTree {
 public:
  /// `html`: the page that `tokenizer` reads. Both references outlive the tree.
  HtmlTree(HtmlTokenizer& tokenizer, HtmlTreeListener& listener, std::string_view html);

  void process(const HtmlToken& token);

  /// Closes what is open.
  void finish();

  /// Whether the current node is an SVG or MathML element; for HtmlTokenizer::next.
  [[nodiscard]] bool in_foreign() const { return stack_.back().space != HtmlNamespace::kHtml; }

 private:
  static constexpr std::size_t kDeepest = 32'768;  // far past what any page means
  static constexpr std::size_t kDeepestOfHostile = 256;

  enum class Scope : std::uint8_t { kDefault, kButton, kList, kTable };

  struct Formatting {
    HtmlTag tag = html_tag::kOther;
    bool is_marker = false;
    bool is_open = false;
    std::string_view source;  ///< the tag as written
    OpenElement element;
  };

  // html_tree.cc: dispatch, text, the stack
  void start(const HtmlToken& token);
  void end(const HtmlToken& token);
  void text(const HtmlToken& token);
  void foster_text(const HtmlToken& token);
  [[nodiscard]] bool uses_html_rules(const HtmlToken& token) const;
  void merge_root(const HtmlToken& token, std::size_t index);
  OpenElement& push(const HtmlToken& token, HtmlNamespace space = HtmlNamespace::kHtml);
  void push_root(HtmlTag tag, std::string_view name);
  OpenElement& add_open();
  void limit_depth();
  void pop();
  void remove(std::size_t index);
  void restyle(std::size_t from);
  void empty_element(const HtmlToken& token);
  [[nodiscard]] OpenElement& top() { return stack_.back(); }
  [[nodiscard]] const TextStyle& parent_style() const;
  [[nodiscard]] bool is_fostered() const;
  void spend() {
    if (budget_ > 0) {
      --budget_;
    } else {
      depth_limit_ = kDeepestOfHostile;
    }
  }
  [[nodiscard]] bool in_scope(HtmlTag tag, Scope scope = Scope::kDefault);
  [[nodiscard]] bool heading_in_scope();
  void pop_until(HtmlTag tag);
  void pop_implied(HtmlTag except = html_tag::kOther);
  void close_p();

  // html_tree_body.cc: the rules of "in body"
  void body_start(const HtmlToken& token);
  void body_start_rare(const HtmlToken& token);
  void body_end(const HtmlToken& token);
  void other_end(const HtmlToken& token);
  void raw_start(const HtmlToken& token);
  void list_item_start(const HtmlToken& token);
  void heading_start(const HtmlToken& token);
  void heading_end();
  void form_start(const HtmlToken& token);
  void form_end();
  void frameset_start();
  void block_end(HtmlTag tag);
  void p_end(const HtmlToken& token);
  void item_end(HtmlTag tag, Scope scope);
  void marker_end(HtmlTag tag);

  // html_tree_formatting.cc: the list of active formatting elements
  void formatting_start(const HtmlToken& token);
  void reconstruct();
  void add_formatting(const HtmlToken& token);
  void add_marker();
  void clear_to_marker();
  void forget_formatting(std::size_t index);
  [[nodiscard]] int find_formatting(HtmlTag tag) const;
  [[nodiscard]] int find_formatting(std::uint32_t id) const;
  [[nodiscard]] int find_open(std::uint32_t id);
  void adopt(const HtmlToken& token);
  bool adopt_once(const HtmlToken& token);
  void move_into(std::size_t formatting, std::size_t element, std::size_t block);

  // html_tree_table.cc: tables and select
  bool table_mode_start(const HtmlToken& token);
  bool table_mode_end(const HtmlToken& token);
  void table_start(const HtmlToken& token);
  void table_end(const HtmlToken& token);
  void table_body_start(const HtmlToken& token);
  void table_body_end(const HtmlToken& token);
  void row_start(const HtmlToken& token);
  void row_end(const HtmlToken& token);
  bool cell_start(const HtmlToken& token);
  bool cell_end(const HtmlToken& token);
  bool caption_start(const HtmlToken& token);
  bool caption_end(const HtmlToken& token);
  bool colgroup_start(const HtmlToken& token);
  bool colgroup_end(const HtmlToken& token);
  void select_start(const HtmlToken& token);
  void select_end(const HtmlToken& token);
  bool leave_section();
  void push_part(const HtmlToken& token, HtmlMode mode);
  void clear_to(std::uint32_t kind);
  void close_cell();
  bool close_caption();

  // html_tree_foreign.cc: SVG and MathML
  void foreign_root(const HtmlToken& token, HtmlNamespace space);
  void foreign_start(const HtmlToken& token);
  void foreign_end(const HtmlToken& token);
  void leave_foreign();

  HtmlTokenizer& tokenizer_;
  HtmlTreeListener& listener_;
  std::vector<OpenElement> stack_;      ///< [0] is html, [1] is body; never shorter
  std::vector<Formatting> formatting_;  ///< the list of active formatting elements
  std::array<std::uint32_t, html_tag::kCount> open_{};  ///< HTML elements in stack_, by tag
  std::uint32_t next_id_ = 1;
  std::uint32_t form_ = 0;       ///< id of the form element pointer; 0 for none
  bool skip_newline_ = false;    ///< the first line feed of `<pre>` is not text
  bool foster_ = false;          ///< a table hands on what it has no rule for
  bool has_content_ = false;     ///< too late for a frameset
  bool in_frameset_ = false;
  bool quirks_;                  ///< a table stays inside `<p>`
  std::size_t depth_limit_;
  std::size_t budget_;           ///< steps that searches of the stack may still take
};

/// Whether browsers show `html` in quirks mode: for want of a document type, or for an old one.
bool is_quirky(std::string_view html);

/// Whether `element` is of the standard's "special" category.
bool is_special(const OpenElement& element);

}  // namespace catchword
