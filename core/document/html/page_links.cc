// External interface: HtmlPageLinks.
#include "document/html/page_links.h"

#include <algorithm>
#include <iterator>

#include "document/text_strings.h"

namespace catchword {
namespace {

// The signs by which generators offer the address of a heading, or the way back from a footnote.
constexpr std::string_view kSigns[] = {"\u00B6", "\u00A7", "#", "^", "\u221E", "\U0001F517", "\u2693",
                                       "\u21A9", "\u2191", "\u21E7", "\u2317", "\uF0C1"};

// Asks for the plain or the coloured form of the sign before.
constexpr std::string_view kVariants[] = {"\uFE0E", "\uFE0F"};

bool is_sign(std::string_view text) {
  text = trim(text);
  for (const std::string_view variant : kVariants) {
    if (text.ends_with(variant)) text.remove_suffix(variant.size());
  }
  return text.empty() || std::find(std::begin(kSigns), std::end(kSigns), text) != std::end(kSigns);
}

}  // namespace

void HtmlPageLinks::begin(std::uint32_t element, std::string_view href, std::uint32_t bits,
                          const HtmlText& text) {
  if (links_.empty() || last_ != element) {
    links_.push_back({href, {}, {}, bits});
    last_ = element;
  }
  is_open_ = true;
  enter(text);
}

void HtmlPageLinks::enter(const HtmlText& to) {
  if (is_open_) begin_ = to.size();
}

void HtmlPageLinks::leave(HtmlText& from) {
  if (!is_open_ || from.size() <= begin_) return;
  links_.back().text.append(from.str(), begin_, std::string::npos);
  links_.back().text += '\n';
  from.mark_link(begin_);
}

void HtmlPageLinks::end(std::uint32_t element, HtmlText& text) {
  if (!is_open_ || element != last_) return;
  PageLink& link = links_.back();
  const std::string_view piece = std::string_view(text.str()).substr(std::min(begin_, text.size()));
  if (link.href.starts_with('#') && link.text.empty() && is_sign(piece)) {
    text.truncate(begin_);
  } else {
    leave(text);
  }
  is_open_ = false;
}

void HtmlPageLinks::add_image_text(std::string_view text) {
  if (!is_open_ || text.empty()) return;
  links_.back().image_text.append(text).append(" ");
}

void HtmlPageLinks::add(std::string_view href, std::string text, std::uint32_t bits) {
  links_.push_back({href, std::move(text), {}, bits});
  last_ = 0;
  is_open_ = false;
}

}  // namespace catchword
