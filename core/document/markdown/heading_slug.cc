// Character classes by ICU.
#include "document/markdown/heading_slug.h"

#include <unicode/locid.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "document/utf8.h"

namespace catchword {
namespace {

bool stays(char32_t code_point) {
  const auto c = static_cast<UChar32>(code_point);
  constexpr uint32_t kWord = U_GC_L_MASK | U_GC_M_MASK | U_GC_ND_MASK | U_GC_NL_MASK | U_GC_PC_MASK;
  return c == '-' || (U_MASK(u_charType(c)) & kWord) != 0 || u_hasBinaryProperty(c, UCHAR_ALPHABETIC);
}

/// The whole string at once, since lower case can depend on the neighbours (final sigma).
std::string lower(std::string_view text) {
  if (is_utf8(text) && utf8_length(text) == text.size()) {
    std::string lowered(text);
    for (char& c : lowered) c = static_cast<char>(u_tolower(c));
    return lowered;
  }
  std::string lowered;
  icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size())))
      .toLower(icu::Locale::getRoot())
      .toUTF8String(lowered);
  return lowered;
}

std::string slug(std::string_view heading) {
  const std::string lowered = lower(heading);
  std::string id;
  for (size_t offset = 0; offset < lowered.size();) {
    const char32_t code_point = next_code_point(lowered, offset);
    if (code_point == ' ') {
      id += '-';
    } else if (stays(code_point)) {
      append_utf8(id, code_point);
    }
  }
  return id;
}

}  // namespace

std::string HeadingSlugs::make(std::string_view heading) {
  const std::string base = slug(heading);
  std::string id = base;
  while (counts_.contains(id)) id = base + '-' + std::to_string(++counts_[base]);
  counts_[id] = 0;
  return id;
}

}  // namespace catchword
