#include "spelling/typed_accents.h"

#include <algorithm>

#include "analysis/word.h"
#include "base/utf8.h"

namespace catchword {
namespace {

// Does to `text`, which has a letter for each of `from`, the one edit that makes `to` of `from`.
void edit(std::u32string& text, std::u32string_view from, std::u32string_view to) {
  const auto differing = std::mismatch(from.begin(), from.end(), to.begin(), to.end()).first;
  const auto at = static_cast<std::size_t>(differing - from.begin());
  const bool is_swap = from.size() == to.size() && at + 1 < from.size() && from[at] == to[at + 1] && from[at + 1] == to[at];
  if (is_swap) return std::swap(text[at], text[at + 1]);
  const std::size_t left_out = from.size() < to.size() ? 0 : 1;
  const std::size_t put_in = from.size() > to.size() ? 0 : 1;
  if (at + left_out <= from.size() && at + put_in <= to.size()) text.replace(at, left_out, to.substr(at, put_in));
}

}  // namespace

std::string with_typed_accents(std::string_view form, std::string_view meant) {
  std::u32string text = characters_of(form);
  const std::u32string folded = characters_of(fold(form));
  if (text.size() != folded.size()) return {};
  edit(text, folded, characters_of(meant));
  std::string edited = utf8_of(text);
  return fold(edited) == meant ? edited : std::string();
}

}  // namespace catchword
