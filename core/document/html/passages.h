// HtmlPassages: text and headings in the order of a page, sorted into Passages.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "document/html/style.h"
#include "document/html/text.h"

namespace catchword {

/// A Passage while it is written.
struct PassageDraft {
  std::string heading;
  int level = 0;
  std::string anchor;
  TextStyle style;  ///< its region, language and weight
  std::uint32_t section = 0;
  HtmlText text;
  std::vector<DefinedTerm> terms;
};

/// Where text goes next.
struct TextPlace {
  std::uint32_t draft = 0;
  std::uint32_t offset = 0;

  friend bool operator==(const TextPlace&, const TextPlace&) = default;
};

/// A section is what stands under one heading. It may take several drafts: one for each region,
/// language and weight. Only its first draft has the heading; the others go on from there.
class HtmlPassages {
 public:
  HtmlPassages();

  /// Appends text (valid UTF-8, no markup). REQUIRES: is_for(the style in which it is seen).
  void append(std::string_view text, bool preformatted) {
    current().text.append(text, preformatted);
  }

  /// Whether text of `style` goes where text now goes; otherwise `select` moves to another draft
  /// of the section.
  [[nodiscard]] bool is_for(const TextStyle& style) const;
  void select(const TextStyle& style);

  void break_line() { current().text.break_line(); }
  void break_word() { current().text.break_word(); }

  /// Begins a section. With an empty heading it goes on under the heading before, at a new anchor.
  void begin_section(std::string heading, int level, std::string anchor, const TextStyle& style);

  /// The section that text now goes to, for `return_to` when an element that holds sections ends.
  [[nodiscard]] std::uint32_t section() const { return section_; }
  void return_to(std::uint32_t section);

  /// Where text now goes.
  [[nodiscard]] HtmlText& text() { return current().text; }
  [[nodiscard]] TextPlace place() const {
    return {draft_, static_cast<std::uint32_t>(drafts_[draft_].text.size())};
  }

  [[nodiscard]] bool is_at_line() const { return place().offset == drafts_[draft_].text.line(); }

  /// Notes that what was written from `begin` on is a defined term. Nothing where that is not the beginning of the line,
  /// or the term is empty or too long.
  void mark_term(TextPlace begin);

  [[nodiscard]] bool has_anchor() const { return !drafts_[draft_].anchor.empty(); }

  /// All drafts in the order of the page. Some have neither heading nor text.
  std::vector<PassageDraft> take() { return std::move(drafts_); }

 private:
  struct Section {
    int level = 0;
    std::string anchor;
    std::vector<std::uint32_t> drafts;
  };

  [[nodiscard]] PassageDraft& current() { return drafts_[draft_]; }
  void add_draft(const TextStyle& style);

  std::vector<Section> sections_;
  std::vector<PassageDraft> drafts_;
  std::uint32_t section_ = 0;
  std::uint32_t draft_ = 0;
};

}  // namespace catchword
