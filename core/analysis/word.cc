#include "analysis/word.h"

#include <algorithm>

#include "analysis/unicode.h"
#include "base/utf8.h"

namespace catchword {
namespace {

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return (c & 0x80) == 0; });
}

char ascii_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

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
  return clipped(form_of(token, WordForm::kWritten));
}

std::string fold(std::string_view form) {
  if (is_ascii(form)) return std::string(form);
  const std::string folded = form_of(form, WordForm::kFolded);
  return folded.empty() ? std::string(form) : folded;
}

}  // namespace catchword
