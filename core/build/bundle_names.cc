#include "build/bundle_names.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "build/content_hash.h"

namespace catchword {
namespace {

struct Shape {
  std::string_view prefix;
  std::string_view suffix;
  enum class Tail { kNone, kNumber, kWord } tail = Tail::kNone;  ///< "-3" or "-de" behind the hash
};

constexpr Shape kShapes[] = {
    {"root-", ".bin"},
    {"terms/", ".bin"},
    {"positions/", ".bin"},
    {"positions-", ".bin"},
    {"documents/", ".bin"},
    {"primer-", ".bin"},
    {"spelling-", ".bin"},
    {"spelling/", ".bin"},
    {"text/", ".bin", Shape::Tail::kNumber},
    {"columns-", ".bin"},
    {"columns/", ".bin"},
    {"columns/", ".bin", Shape::Tail::kNumber},
    {"engine-", ".js"},
    {"engine-lean-", ".pack"},
    {"engine-speller-", ".pack"},
    {"engine-full-", ".pack"},
    {"files-", ".json"},
    {"parts/", ".js", Shape::Tail::kWord},
    {"offline/engine-", ".js"},
    {"offline/core-", ".js"},
    {"offline/pack-", ".js"},
};

bool is_hash_character(char c) { return (c >= 'a' && c <= 'z') || (c >= '2' && c <= '7'); }

bool is_number(std::string_view text) {
  return text.size() >= 2 && text[0] == '-' && std::all_of(text.begin() + 1, text.end(), is_digit);
}

bool is_word_character(char c) { return (c >= 'a' && c <= 'z') || c == '-'; }

bool is_word(std::string_view text) {
  return text.size() >= 2 && text[0] == '-' &&
         std::all_of(text.begin(), text.end(), is_word_character);
}

bool has_tail(std::string_view text, Shape::Tail tail) {
  if (tail == Shape::Tail::kNumber) return is_number(text);
  return tail == Shape::Tail::kWord ? is_word(text) : text.empty();
}

bool has_shape(std::string_view name, const Shape& shape) {
  if (!name.starts_with(shape.prefix)) return false;
  name.remove_prefix(shape.prefix.size());
  if (!name.ends_with(shape.suffix)) return false;
  name.remove_suffix(shape.suffix.size());
  const std::string_view hash = name.substr(0, kHashCharacters);
  return hash.size() == kHashCharacters &&
         std::all_of(hash.begin(), hash.end(), is_hash_character) &&
         has_tail(name.substr(hash.size()), shape.tail);
}

}  // namespace

std::string name_by_content(std::string_view prefix, ByteView content, std::string_view suffix) {
  return std::string(prefix).append(to_base32(short_hash(content))).append(suffix);
}

std::string part_file_name(std::string_view hash, std::string_view name) {
  return std::string(kPartsFolder).append(hash).append("-").append(name).append(".js");
}

std::string_view part_name(std::string_view file) {
  const std::size_t begin = kPartsFolder.size() + kHashCharacters + 1;
  if (!file.starts_with(kPartsFolder) || !is_bundle_name(file)) return {};
  return file.substr(begin, file.rfind('.') - begin);
}

bool is_fixed_name(std::string_view name) {
  constexpr std::array kFixed{kLoaderName, kElementName, kHighlightName, kWorkerName};
  return std::find(kFixed.begin(), kFixed.end(), name) != kFixed.end();
}

std::string_view hash_in(std::string_view name) {
  const auto shape = std::find_if(std::begin(kShapes), std::end(kShapes),
                                  [name](const Shape& one) { return has_shape(name, one); });
  return shape == std::end(kShapes) ? std::string_view() : name.substr(shape->prefix.size(), kHashCharacters);
}

bool is_bundle_name(std::string_view name) { return is_fixed_name(name) || !hash_in(name).empty(); }

}  // namespace catchword
