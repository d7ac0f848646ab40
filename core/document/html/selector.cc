// External interface: HtmlSelector, parse_selector.
#include "document/html/selector.h"

#include <algorithm>

#include "document/html/entities.h"
#include "document/text_strings.h"

namespace catchword {
namespace {

bool is_name_byte(char c) {
  return ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '_' || (static_cast<unsigned char>(c) & 0x80) != 0;
}

std::string take_name(std::string_view& text) {
  std::size_t size = 0;
  while (size < text.size() && is_name_byte(text[size])) ++size;
  std::string name(text.substr(0, size));
  text.remove_prefix(size);
  return name;
}

std::string_view unquoted(std::string_view value) {
  const bool quoted = value.size() >= 2 && (value.front() == '"' || value.front() == '\'') &&
                      value.front() == value.back();
  return quoted ? value.substr(1, value.size() - 2) : value;
}

// Behind '[': false when it is not closed or has no name.
bool take_attribute(std::string_view& text, HtmlSelector& selector) {
  const std::size_t close = text.find(']');
  if (close == std::string_view::npos) return false;
  std::string_view inside = text.substr(0, close);
  text.remove_prefix(close + 1);
  std::string name = ascii_lower(take_name(inside));
  if (name.empty() || (!inside.empty() && inside.front() != '=')) return false;
  if (!inside.empty()) inside.remove_prefix(1);
  selector.attributes.emplace_back(std::move(name), std::string(unquoted(inside)));
  return true;
}

bool take_part(std::string_view& text, HtmlSelector& selector) {
  const char kind = text.front();
  text.remove_prefix(1);
  if (kind == '[') return take_attribute(text, selector);
  std::string name = take_name(text);
  if (name.empty()) return false;
  if (kind == '#') {
    selector.id = std::move(name);
  } else if (kind == '.') {
    selector.classes.push_back(std::move(name));
  } else {
    return false;
  }
  return true;
}

bool has_class(std::string_view classes, std::string_view wanted) {
  while (!classes.empty()) {
    const auto* begin = std::find_if_not(classes.begin(), classes.end(), is_html_space);
    const auto* end = std::find_if(begin, classes.end(), is_html_space);
    if (std::string_view(begin, static_cast<std::size_t>(end - begin)) == wanted) return true;
    classes.remove_prefix(static_cast<std::size_t>(end - classes.begin()));
  }
  return false;
}

}  // namespace

bool HtmlSelector::matches(const HtmlToken& token, const HtmlAttributes& read) const {
  if (!tag.empty() && tag != "*" && !equals_ignoring_case(token.name, tag)) return false;
  if (!id.empty() && decode_attribute(read.id) != id) return false;
  for (const std::string& name : classes) {
    if (!has_class(read.classes, name)) return false;
  }
  return std::all_of(attributes.begin(), attributes.end(), [&token](const auto& attribute) {
    const HtmlAttribute* found = find_attribute(token, attribute.first);
    return found != nullptr &&
           (attribute.second.empty() || decode_attribute(found->value) == attribute.second);
  });
}

Result<HtmlSelector> parse_selector(std::string_view text) {
  const std::string_view whole = trim(text);
  std::string_view rest = whole;
  HtmlSelector selector;
  if (rest.starts_with('*')) {
    selector.tag = "*";
    rest.remove_prefix(1);
  } else {
    selector.tag = ascii_lower(take_name(rest));
  }
  bool good = !whole.empty();
  while (good && !rest.empty()) good = take_part(rest, selector);
  if (good) return selector;
  return Error{ErrorKind::kUsage, "not a simple selector", std::string(whole),
               "Write tag, #id, .class or [attribute=value], together and without spaces"};
}

}  // namespace catchword
