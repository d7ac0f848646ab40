// External interface: is_quirky, of html_tree.h. The HTML standard, section 13.2.6.4.1.
#include <algorithm>
#include <iterator>

#include "document/html/tree.h"
#include "document/text_strings.h"

namespace catchword {
namespace {

constexpr std::string_view kDoctype = "<!doctype";

// Beginnings of public identifiers, lower case, of the many that the standard lists: the others
// begin with a company's name and were never common.
constexpr std::string_view kOldIds[] = {
    "-//ietf//dtd html",
    "-//netscape comm. corp.//dtd",
    "-//microsoft//dtd",
    "-//o'reilly and associates//dtd",
    "-//softquad",
    "-//sun microsystems corp.//dtd",
    "-//w3c//dtd html 3",
    "-//w3c//dtd html 4.0 frameset//",
    "-//w3c//dtd html 4.0 transitional//",
    "-//w3c//dtd html experimental",
    "-//w3c//dtd w3 html",
    "-//w3o//dtd w3 html",
    "html",
};

// Quirky only without a system identifier.
constexpr std::string_view kOldWithoutSystem[] = {"-//w3c//dtd html 4.01 frameset//",
                                                  "-//w3c//dtd html 4.01 transitional//"};

// Skips white space, comments and processing instructions, as they may stand before the type.
std::string_view behind_prologue(std::string_view html) {
  for (;;) {
    while (!html.empty() && is_html_space(html.front())) html.remove_prefix(1);
    const bool comment = html.starts_with("<!--");
    if (!comment && !html.starts_with("<?")) return html;
    const std::string_view stop = comment ? "-->" : ">";
    const std::size_t end = html.find(stop);
    if (end == std::string_view::npos) return {};
    html.remove_prefix(end + stop.size());
  }
}

// Takes a quoted string off the beginning of `text`; empty when there is none.
std::string_view take_quoted(std::string_view& text) {
  text = trim(text);
  if (text.empty() || (text.front() != '"' && text.front() != '\'')) return {};
  const std::size_t end = std::min(text.find(text.front(), 1), text.size());
  const std::string_view inside = text.substr(1, end - 1);
  text.remove_prefix(std::min(end + 1, text.size()));
  return inside;
}

template <std::size_t size>
bool begins_with_one(std::string_view id, const std::string_view (&beginnings)[size]) {
  return std::any_of(std::begin(beginnings), std::end(beginnings),
                     [id](std::string_view beginning) { return id.starts_with(beginning); });
}

}  // namespace

bool is_quirky(std::string_view html) {
  html = behind_prologue(html);
  if (!equals_ignoring_case(html.substr(0, kDoctype.size()), kDoctype)) return true;
  html.remove_prefix(kDoctype.size());
  const std::string type = ascii_lower(trim(html.substr(0, html.find('>'))));
  std::string_view rest = type;
  if (!rest.starts_with("html")) return true;
  rest = trim(rest.substr(4));
  if (!rest.starts_with("public")) return false;
  rest.remove_prefix(6);
  const std::string_view public_id = take_quoted(rest);
  const bool has_system = !take_quoted(rest).empty();
  return begins_with_one(public_id, kOldIds) ||
         (!has_system && begins_with_one(public_id, kOldWithoutSystem));
}

}  // namespace catchword
