// The bytes of a page -> UTF-8: byte order mark, declaration, or what the bytes look like.
#pragma once

#include <string>
#include <string_view>

namespace catchword {

/// A page as UTF-8.
struct HtmlText8 {
  std::string_view text;    ///< valid UTF-8; leads into the page's bytes or into `converted`
  std::string converted;
  std::string warning;      ///< what is wrong with the declaration; empty when nothing is
  bool is_binary = false;   ///< no text at all; the rest is empty then
};

/// Decodes `bytes` as the HTML standard says (section 13.2.3), with these differences: a page that
/// declares nothing is UTF-8 when that is valid, else windows-1252; a page that declares UTF-8 and
/// is mostly not, is windows-1252; a page that declares another encoding and is valid UTF-8 with
/// several characters beyond ASCII, is UTF-8. Linear; copies only what has to be converted.
void decode_html(std::string_view bytes, HtmlText8& out);

/// The encoding that the standard calls by `label`, in ICU's words; empty for an unknown label.
std::string_view encoding_of_label(std::string_view label);

}  // namespace catchword
