#include "build/homophones.h"

#include <algorithm>
#include <set>
#include <span>
#include <string_view>

#include "analysis/scripts.h"
#include "base/utf8.h"

namespace catchword {
namespace {

using CharacterSet = std::set<char32_t>;
using ClassLines = std::span<const std::string_view>;

constexpr std::string_view kSimplified[] = {
#include "build/homophones_hans.inc"
};
constexpr std::string_view kTraditional[] = {
#include "build/homophones_hant.inc"
};
constexpr std::string_view kJapanese[] = {
#include "build/homophones_jpan.inc"
};

CharacterSet han_of(std::span<const SpelledWord* const> words) {
  CharacterSet all;
  for (const SpelledWord* word : words) {
    for (const char32_t character : characters_of(word->folded)) {
      if (is_han(character)) all.insert(character);
    }
  }
  return all;
}

std::vector<std::u32string> read(ClassLines list) {
  std::vector<std::u32string> classes;
  for (const std::string_view line : list) classes.push_back(characters_of(line));
  return classes;
}

// How many of `wanted` are in `classes`.
std::size_t covered(const std::vector<std::u32string>& classes, const CharacterSet& wanted) {
  CharacterSet found;
  for (const std::u32string& one : classes) {
    std::copy_if(one.begin(), one.end(), std::inserter(found, found.end()),
                 [&](char32_t character) { return wanted.contains(character); });
  }
  return found.size();
}

}  // namespace

Homophones homophones_among(std::span<const SpelledWord* const> pairs) {
  Homophones best;
  const CharacterSet wanted = han_of(pairs);
  if (wanted.empty()) return best;
  std::size_t most = 0;
  for (const ClassLines list : {ClassLines(kSimplified), ClassLines(kTraditional), ClassLines(kJapanese)}) {
    std::vector<std::u32string> classes = read(list);
    const std::size_t own = covered(classes, wanted);
    if (own <= most) continue;
    most = own;
    best.classes = std::move(classes);
  }
  std::erase_if(best.classes, [&](const std::u32string& one) {
    return std::none_of(one.begin(), one.end(), [&](char32_t character) { return wanted.contains(character); });
  });
  return best;
}

}  // namespace catchword
