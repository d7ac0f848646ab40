// Unicode by the page that runs the module: web/engine implements the two imports.
#include "analysis/unicode.h"

#define CATCHWORD_IMPORT(name) __attribute__((import_module("host"), import_name(name)))

extern "C" {
CATCHWORD_IMPORT("character_class") std::int32_t host_character_class(std::int32_t code_point);
CATCHWORD_IMPORT("normalize")
std::int32_t host_normalize(std::int32_t form, const char* text, std::int32_t size, char* out,
                            std::int32_t capacity);
}

namespace catchword {

CharacterClass character_class(char32_t code_point) {
  return static_cast<CharacterClass>(host_character_class(static_cast<std::int32_t>(code_point)));
}

void normalize(NormalForm form, std::string_view text, std::string& out) {
  const std::size_t before = out.size();
  const auto call = [&](std::size_t capacity) {
    out.resize(before + capacity);
    return static_cast<std::size_t>(
        host_normalize(static_cast<std::int32_t>(form), text.data(),
                       static_cast<std::int32_t>(text.size()), out.data() + before,
                       static_cast<std::int32_t>(capacity)));
  };
  const std::size_t guess = text.size() + 8;
  const std::size_t needed = call(guess);
  if (needed > guess) call(needed);
  out.resize(before + needed);
}

}  // namespace catchword
