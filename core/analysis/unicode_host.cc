// Unicode by the page that runs the module: web/engine implements the two imports.
#include "analysis/unicode.h"

#define CATCHWORD_IMPORT(name) __attribute__((import_module("host"), import_name(name)))

extern "C" {
CATCHWORD_IMPORT("character_class") std::int32_t host_character_class(std::int32_t code_point);
CATCHWORD_IMPORT("word_form")
std::int32_t host_word_form(std::int32_t form, const char* text, std::int32_t size, char* out,
                            std::int32_t capacity);
}

namespace catchword {

CharacterClass character_class(char32_t code_point) {
  return static_cast<CharacterClass>(host_character_class(static_cast<std::int32_t>(code_point)));
}

std::string form_of(std::string_view text, WordForm form) {
  std::string out(text.size() + 8, '\0');
  const auto call = [&] {
    const std::int32_t needed =
        host_word_form(static_cast<std::int32_t>(form), text.data(), static_cast<std::int32_t>(text.size()),
                       out.data(), static_cast<std::int32_t>(out.size()));
    const bool fits = static_cast<std::size_t>(needed) <= out.size();
    out.resize(static_cast<std::size_t>(needed));
    return fits;
  };
  if (!call()) call();
  return out;
}

}  // namespace catchword
