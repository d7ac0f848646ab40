#include "analysis/word.h"

#include <algorithm>
#include <utility>

#include "analysis/unicode.h"
#include "base/utf8.h"

namespace catchword {
namespace {

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return (c & 0x80) == 0; });
}

char ascii_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

void clip(std::string& form) {
  if (form.size() <= kMaxFormBytes) return;
  std::size_t end = kMaxFormBytes;
  while (is_continuation(form[end])) --end;
  form.resize(end);
}

}  // namespace

void word_form(std::string_view token, std::string& form) {
  if (is_ascii(token)) {
    form.resize(token.size());
    std::transform(token.begin(), token.end(), form.begin(), ascii_lower);
  } else {
    form = form_of(token, WordForm::kWritten);
    clip(form);
  }
}

std::string word_form(std::string_view token) {
  std::string form;
  word_form(token, form);
  return form;
}

void fold_in_place(std::string& form) {
  if (is_ascii(form)) return;
  std::string folded = form_of(form, WordForm::kFolded);
  if (!folded.empty()) form = std::move(folded);
}

std::string fold(std::string_view form) {
  std::string folded(form);
  fold_in_place(folded);
  return folded;
}

}  // namespace catchword
