// HtmlPage: listens to the tree and makes a Document of what it hears.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "document/html/attributes.h"
#include "document/html/directives.h"
#include "document/html/links.h"
#include "document/html/metadata.h"
#include "document/html/options.h"
#include "document/html/page_links.h"
#include "document/html/passages.h"
#include "document/html/tree.h"
#include "document/html/visibility.h"

namespace catchword {

/// A heading, or a `<dt>` that may be one, whose end has not been seen.
struct HtmlHeading {
  std::uint32_t element = 0;
  int level = 0;
  bool needs_anchor = false;  ///< a `<dt>`: without an id it is ordinary text
  std::string_view anchor;    ///< as written
  TextStyle style;
  HtmlText text;
};

/// One page. Feed it to an HtmlTree, then ask `skip_reason` and `take`.
class HtmlPage final : public HtmlTreeListener {
 public:
  /// Both outlive the object.
  HtmlPage(std::string_view path, const HtmlOptions& options);

  void open(const HtmlToken& token, const TextStyle& parent, OpenElement& element) override;
  void reopen(const OpenElement& element) override;
  void close(const OpenElement& element) override;
  void empty_element(const HtmlToken& token, const TextStyle& style) override;
  void text(const HtmlToken& token, const TextStyle& style) override;
  void misplaced_text(const HtmlToken& token, const TextStyle& style) override;

  /// Why the page must not be found ("noindex"), or empty.
  [[nodiscard]] std::string_view skip_reason() const;

  /// The Document, everything but `language` of a page that says none. The object is used up.
  Document take();

 private:
  struct Use {
    std::string key;
    HtmlMetadata::Use use;
  };
  struct Capture {
    std::uint32_t element = 0;
    std::vector<Use> uses;
    HtmlText text;
  };
  struct Section {
    std::uint32_t element = 0;
    std::uint32_t before = 0;  ///< section to return to
  };

  struct Anchor {
    std::uint32_t element = 0;
    std::string_view before;  ///< anchor to return to
  };

  void style_element(const HtmlToken& token, const TextStyle& parent, HtmlLayout layout,
                     OpenElement& element);
  void apply_directives(const HtmlToken& token, const TextStyle& parent, OpenElement& element);
  void capture(const HtmlToken& token, const HtmlDirective& directive, HtmlMetadata::Use use,
               OpenElement& element);
  void capture_title(const HtmlDirective& directive, OpenElement& element);
  Capture& capture_of(OpenElement& element);
  void index_attributes(const HtmlToken& token, std::string_view names, const TextStyle& style);
  void apply_selectors(const HtmlToken& token);
  void open_layout(HtmlLayout layout, const TextStyle& inside, OpenElement& element);
  void open_meaning(const HtmlToken& token, const TextStyle& inside, OpenElement& element);
  void open_section(OpenElement& element);
  void open_link(const TextStyle& inside, OpenElement& element);
  void note_anchor(OpenElement& element);
  void begin_term(OpenElement& element);
  void close_anchor(std::uint32_t element);
  void begin_heading(int level, const TextStyle& inside, OpenElement& element);
  void end_heading();
  void close_section(std::uint32_t element);
  void use_pending_anchor(const TextStyle& style);
  void end_ruby();
  void end_captures(std::uint32_t element);
  void image(const TextStyle& style);
  void break_line();
  void break_word();
  [[nodiscard]] HtmlText& writer();
  [[nodiscard]] std::string_view decoded(const HtmlToken& token);
  void write(std::string_view text, const TextStyle& style);
  void write_captures(std::string_view text);
  void unseen_text(const HtmlToken& token, const TextStyle& style);
  std::int32_t language_index(std::string_view language);

  [[nodiscard]] std::uint32_t chosen_region(const std::vector<PassageDraft>& drafts) const;
  void take_passages(Document& document);
  void take_language(std::vector<PassageDraft>& drafts, Document& document) const;
  void take_links(Document& document);
  void take_title(Document& document);

  std::string_view path_;
  const HtmlOptions& options_;
  HtmlLinks targets_;
  HtmlMetadata metadata_;
  HtmlPassages passages_;
  HtmlPageLinks links_;
  HtmlAttributes attributes_;  ///< of the element at hand
  std::optional<HtmlHeading> heading_;
  std::vector<Capture> captures_;
  std::vector<Section> sections_;
  std::vector<Anchor> anchors_;      ///< open blocks with an id
  std::vector<std::string> languages_;
  HtmlText title_;
  bool has_title_ = false;
  std::uint32_t open_marks_ = 0;     ///< of open elements whose text is not the page's
  HtmlText ruby_;                    ///< readings of the open ruby text
  std::string json_ld_;
  std::string scratch_;
  std::string_view anchor_;          ///< the nearest id, as written
  TextPlace anchored_;               ///< where the last id stands
  std::string_view pending_anchor_;  ///< an `<a name>` at which no text stands yet
  std::uint32_t region_ = 0;         ///< the html_style::kRegions that was taken
};

}  // namespace catchword
