#include "analysis/word.h"

#include <algorithm>
#include <array>

#include "analysis/unicode.h"
#include "base/utf8.h"

namespace catchword {
namespace {

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return (c & 0x80) == 0; });
}

char ascii_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

struct Replacement {
  char32_t letter;
  std::string_view by;
};

// Letters that readers replace and that no normal form takes apart; sorted by code point.
constexpr std::array<Replacement, 17> kReplacements{{
    {0xDF, "ss"}, {0xE6, "ae"}, {0xF0, "d"}, {0xF8, "o"}, {0xFE, "th"}, {0x111, "d"},
    {0x127, "h"}, {0x131, "i"}, {0x142, "l"}, {0x153, "oe"},
    {0x3C2, "\u03C3"},                         // Greek final sigma
    {0x629, "\u0647"}, {0x640, ""},            // Arabic teh marbuta, tatweel
    {0x649, "\u064A"}, {0x6A9, "\u0643"},      // alef maksura, Persian kaf
    {0x6CC, "\u064A"},                         // Persian yeh
    {0xA64B, "\u0443"},                        // monograph uk
}};

bool append_replacement(std::string& out, char32_t letter) {
  const auto found = std::lower_bound(
      kReplacements.begin(), kReplacements.end(), letter,
      [](const Replacement& replacement, char32_t wanted) { return replacement.letter < wanted; });
  if (found == kReplacements.end() || found->letter != letter) return false;
  out += found->by;
  return true;
}

std::string without(std::string_view text, CharacterClass unwanted, bool replace) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t code_point = next_code_point(text, at);
    if (code_point >= 0x80) {
      if (replace && append_replacement(out, code_point)) continue;
      if (character_class(code_point) == unwanted) continue;
    }
    append_utf8(out, code_point);
  }
  return out;
}

std::string clipped(std::string form) {
  if (form.size() <= kMaxFormBytes) return form;
  std::size_t end = kMaxFormBytes;
  while (is_continuation(form[end])) --end;
  form.resize(end);
  return form;
}

}  // namespace

std::string word_form(std::string_view token) {
  std::string form;
  if (is_ascii(token)) {
    form.resize(token.size());
    std::transform(token.begin(), token.end(), form.begin(), ascii_lower);
    return form;
  }
  normalize(NormalForm::kWord, token, form);
  return clipped(without(form, CharacterClass::kFormat, false));
}

std::string fold(std::string_view form) {
  if (is_ascii(form)) return std::string(form);
  std::string decomposed;
  normalize(NormalForm::kDecomposed, form, decomposed);
  const std::string bare = without(decomposed, CharacterClass::kAccent, true);
  std::string folded;
  normalize(NormalForm::kComposed, bare, folded);
  return folded.empty() ? std::string(form) : folded;
}

}  // namespace catchword
