// HtmlPageLinks: the links of one page with the texts that a reader sees.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "document/html/text.h"

namespace catchword {

/// A link as the page has it.
struct PageLink {
  std::string_view href;     ///< as written
  std::string text;          ///< may hold several blocks
  std::string image_text;    ///< of the images inside
  std::uint32_t bits = 0;    ///< html_style::Bit of the text around
};

/// Follows the open `<a>`. Its text is cut out of what is written anyway, piece by piece: each
/// time when the writer changes, `leave` is called with the old one.
class HtmlPageLinks {
 public:
  /// `<a href>` begins, or goes on in another block when `element` is the last one's.
  void begin(std::uint32_t element, std::string_view href, std::uint32_t bits, const HtmlText& text);

  /// The link's text goes on in another writer: `from` ends, `to` begins.
  void leave(HtmlText& from);
  void enter(const HtmlText& to);

  /// `</a>`. A link that is only a sign for "link to this heading" is taken out of `text`.
  void end(std::uint32_t element, HtmlText& text);

  void add_image_text(std::string_view text);

  /// A link without content: `<area>`, `<frame>`.
  void add(std::string_view href, std::string text, std::uint32_t bits);

  std::vector<PageLink> take() { return std::move(links_); }

 private:
  std::vector<PageLink> links_;
  std::uint32_t last_ = 0;     ///< element of links_.back()
  bool is_open_ = false;
  std::size_t begin_ = 0;      ///< where the current piece begins
};

}  // namespace catchword
