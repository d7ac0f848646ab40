// External interface: append_decoded, decode_attribute.
#include "document/html/entities.h"

#include <algorithm>
#include <cstdint>
#include <iterator>

#include "base/ascii.h"
#include "base/utf8.h"

namespace catchword {
namespace {

struct Entity {
  std::string_view name;
  std::string_view text;
};

constexpr Entity kEntities[] = {
#define ENTITY(name, text) {name, text},
#include "document/html/entities.inc"
#undef ENTITY
};

constexpr std::size_t kLongestEntity = 33;  // with its semicolon
constexpr std::size_t kLongestLegacy = 6;   // without one

// What the numbers 0x80 to 0x9F mean: windows-1252, where it has a character.
constexpr char16_t kC1InWindows1252[32] = {
    0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

bool is_alphanumeric(char c) { return is_digit(c) || is_letter(c); }

const Entity* find_entity(std::string_view name) {
  const auto* at = std::lower_bound(
      std::begin(kEntities), std::end(kEntities), name,
      [](const Entity& entity, std::string_view wanted) { return entity.name < wanted; });
  return at != std::end(kEntities) && at->name == name ? at : nullptr;
}

// The longest entity that begins `text`, or nullptr.
const Entity* longest_entity(std::string_view text) {
  std::size_t end = 0;
  while (end < text.size() && end < kLongestEntity && is_alphanumeric(text[end])) ++end;
  if (end < text.size() && text[end] == ';') {
    if (const Entity* entity = find_entity(text.substr(0, end + 1))) return entity;
  }
  for (std::size_t size = std::min(end, kLongestLegacy); size > 1; --size) {
    if (const Entity* entity = find_entity(text.substr(0, size))) return entity;
  }
  return nullptr;
}

// In an attribute, "&copy=" and "&copyright" are parts of a url and not references.
bool is_part_of_url(const Entity& entity, std::string_view text) {
  if (entity.name.back() == ';' || entity.name.size() >= text.size()) return false;
  const char next = text[entity.name.size()];
  return next == '=' || is_alphanumeric(next);
}

// Each returns the number of bytes read from `text`, which stands behind the '&'; 0 when it is
// no reference.
std::size_t append_named(std::string_view text, ReferencePlace place, std::string& out) {
  const Entity* entity = longest_entity(text);
  if (entity == nullptr) return 0;
  if (place == ReferencePlace::kAttribute && is_part_of_url(*entity, text)) return 0;
  out += entity->text;
  return entity->name.size();
}

int digit_value(char c, bool hexadecimal) {
  if (is_digit(c)) return c - '0';
  const char lower = static_cast<char>(c | 0x20);
  return hexadecimal && lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

void append_number(std::uint32_t number, std::string& out) {
  if (number >= 0x80 && number < 0xA0) number = kC1InWindows1252[number - 0x80];
  append_utf8(out, number == 0 ? kReplacement : static_cast<char32_t>(number));
}

std::size_t append_numeric(std::string_view text, std::string& out) {
  std::size_t at = 1;  // behind '#'
  const bool hexadecimal = at < text.size() && (text[at] | 0x20) == 'x';
  if (hexadecimal) ++at;
  const std::size_t first = at;
  std::uint32_t number = 0;
  for (; at < text.size(); ++at) {
    const int digit = digit_value(text[at], hexadecimal);
    if (digit < 0) break;
    if (number < 0x110000) number = number * (hexadecimal ? 16 : 10) + static_cast<unsigned>(digit);
  }
  if (at == first) return 0;
  append_number(number, out);
  return at < text.size() && text[at] == ';' ? at + 1 : at;
}

std::size_t append_reference(std::string_view text, ReferencePlace place, std::string& out) {
  if (text.empty()) return 0;
  if (text[0] == '#') return append_numeric(text, out);
  // The five that make nine of ten references in real pages.
  if (text.starts_with("lt;")) return out += '<', 3;
  if (text.starts_with("gt;")) return out += '>', 3;
  if (text.starts_with("amp;")) return out += '&', 4;
  if (text.starts_with("quot;")) return out += '"', 5;
  if (text.starts_with("nbsp;")) return out += "\u00A0", 5;
  return append_named(text, place, out);
}

}  // namespace

void append_decoded(std::string_view raw, ReferencePlace place, std::string& out) {
  while (!raw.empty()) {
    const std::size_t ampersand = raw.find('&');
    out += raw.substr(0, ampersand);
    if (ampersand == std::string_view::npos) return;
    raw.remove_prefix(ampersand + 1);
    const std::size_t read = append_reference(raw, place, out);
    if (read == 0) out += '&';
    raw.remove_prefix(read);
  }
}

std::string decode_attribute(std::string_view raw) {
  std::string text;
  append_decoded(raw, ReferencePlace::kAttribute, text);
  return text;
}

}  // namespace catchword
