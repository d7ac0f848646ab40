// What the native analysis says of texts, for tests/e2e/browsers/analysis.mjs to compare with what browsers
// say. Reads lines; writes for each the classes of its code points as letters ('a' for 0; '-' when this
// Unicode doesn't know the code point) and its two forms, with tabs between.
#include <unicode/uchar.h>

#include <iostream>
#include <string>

#include "analysis/unicode.h"
#include "base/utf8.h"

namespace {

using catchword::WordForm;

char class_letter(char32_t code_point) {
  if (u_charType(static_cast<UChar32>(code_point)) == U_UNASSIGNED) return '-';
  return static_cast<char>('a' + static_cast<int>(catchword::character_class(code_point)));
}

std::string classes_of(std::string_view text) {
  std::string classes;
  for (std::size_t at = 0; at < text.size();) {
    classes += class_letter(catchword::next_code_point(text, at));
  }
  return classes;
}

}  // namespace

int main() {
  std::ios::sync_with_stdio(false);
  std::string out;
  for (std::string line; std::getline(std::cin, line);) {
    out = classes_of(line);
    for (const WordForm form : {WordForm::kWritten, WordForm::kFolded}) {
      out += '\t' + catchword::form_of(line, form);
    }
    std::cout << out << '\n';
  }
}
