#include "build/bundle_names.h"

#include <algorithm>
#include <array>

#include "build/content_hash.h"

namespace catchword {
namespace {

constexpr std::size_t kHashCharacters = 8;

struct Shape {
  std::string_view prefix;
  std::string_view suffix;
  bool numbered = false;  ///< "-3" behind the hash
};

constexpr std::array<Shape, 11> kShapes{{
    {"root-", ".bin"},
    {"terms/", ".bin"},
    {"positions/", ".bin"},
    {"documents/", ".bin"},
    {"text/", ".bin", true},
    {"engine-", ".js"},
    {"engine-", ".wasm"},
    {"files-", ".json"},
    {"offline/engine-", ".js"},
    {"offline/core-", ".js"},
    {"offline/pack-", ".js"},
}};

bool is_hash_character(char c) { return (c >= 'a' && c <= 'z') || (c >= '2' && c <= '7'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_number(std::string_view text) {
  return text.size() >= 2 && text[0] == '-' && std::all_of(text.begin() + 1, text.end(), is_digit);
}

bool has_shape(std::string_view name, const Shape& shape) {
  if (!name.starts_with(shape.prefix)) return false;
  name.remove_prefix(shape.prefix.size());
  if (!name.ends_with(shape.suffix)) return false;
  name.remove_suffix(shape.suffix.size());
  const std::string_view hash = name.substr(0, kHashCharacters);
  const std::string_view rest = name.substr(hash.size());
  return hash.size() == kHashCharacters &&
         std::all_of(hash.begin(), hash.end(), is_hash_character) &&
         (shape.numbered ? is_number(rest) : rest.empty());
}

}  // namespace

std::string name_by_content(std::string_view prefix, ByteView content, std::string_view suffix) {
  return std::string(prefix).append(to_base32(short_hash(content))).append(suffix);
}

bool is_fixed_name(std::string_view name) { return name == kLoaderName || name == kElementName; }

bool is_bundle_name(std::string_view name) {
  return is_fixed_name(name) ||
         std::any_of(kShapes.begin(), kShapes.end(),
                     [name](const Shape& shape) { return has_shape(name, shape); });
}

}  // namespace catchword
