#include "build/spelling_words.h"

#include <algorithm>

#include "analysis/scripts.h"
#include "analysis/unicode.h"
#include "base/utf8.h"

namespace catchword {
namespace {

constexpr std::size_t kLongest = 64;  // bytes; nobody types longer ones by hand

bool is_spaceless(CharacterClass c) {
  return c >= CharacterClass::kHan && c <= CharacterClass::kSouthEastAsian;
}

// Whether `folded` has letters, all of scripts that are written with spaces, and no more of them than are typed.
bool is_lettered(std::string_view folded) {
  if (folded.size() > kLongest) return false;
  bool letters = false;
  for (std::size_t at = 0; at < folded.size();) {
    const char32_t code_point = next_code_point(folded, at);
    if (code_point < 0x80) {
      letters = letters || (code_point >= 'a' && code_point <= 'z');
      continue;
    }
    const CharacterClass c = character_class(code_point);
    if (is_spaceless(c)) return false;
    letters = letters || c == CharacterClass::kLetter;
  }
  return letters;
}

// Whether `folded` is a chain of names, and neither a number, a date nor a word under a metadata key.
bool is_spelled_chain(std::string_view folded) {
  return is_chain(folded) && folded[0] != ':' && is_lettered(folded);
}

// Whether `folded` is two characters of a script without spaces, of which no words are known.
bool is_spelled_pair(std::string_view folded) {
  std::size_t at = 0;
  return !begins_with_south_east_asian(folded) && !folded.empty() &&
         is_spaceless(character_class(next_code_point(folded, at))) && at < folded.size();
}

// The documents and the best form of the terms [begin, end), which fold alike.
SpelledWord merged(const InvertedIndex& index, std::size_t begin, std::size_t end) {
  SpelledWord word{std::string(index.terms[begin].folded), {}, 0, false};
  std::vector<DocId> documents;
  std::size_t most = 0;
  for (std::size_t term = begin; term < end; ++term) {
    const std::span<const Posting> postings = index.list(term);
    for (const Posting& posting : postings) {
      documents.push_back(posting.document);
      word.in_title = word.in_title || (posting.fields & kTitle) != 0;
    }
    if (postings.size() <= most) continue;
    most = postings.size();
    word.form = index.terms[term].form;
  }
  std::sort(documents.begin(), documents.end());
  const auto last = std::unique(documents.begin(), documents.end());
  word.count = static_cast<std::uint32_t>(last - documents.begin());
  return word;
}

}  // namespace

bool is_spelled(std::string_view word) { return !is_chain(word) && is_lettered(word); }

bool may_be_mistaken(std::string_view word) {
  return word.find_first_of("0123456789") == word.npos && is_spelled(word);
}

void collect_spelled_words(const InvertedIndex& index, std::vector<SpelledWord>& words) {
  for (std::size_t begin = index.window.begin, end = 0; begin < index.window.end; begin = end) {
    const std::string_view folded = index.terms[begin].folded;
    for (end = begin; end < index.window.end && index.terms[end].folded == folded;) ++end;
    if (!is_spelled(folded) && !is_spelled_chain(folded) && !is_spelled_pair(folded)) continue;
    SpelledWord word = merged(index, begin, end);
    if (word.count > 1 || word.in_title) words.push_back(std::move(word));
  }
}

}  // namespace catchword
