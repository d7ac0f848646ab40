// Shapes of words, and two short lists of what offices and publishers are called.
#include "document/text/names.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>

#include "document/text_strings.h"
#include "document/utf8.h"

namespace catchword {
namespace {

constexpr size_t kMaxName = 50;  ///< bytes

constexpr std::array<std::string_view, 16> kParticles = {
    "de", "da", "di", "du", "van", "von", "der", "den", "del", "la", "le", "bin", "ibn", "al", "el", "y"};

constexpr std::array<std::string_view, 46> kOffices = {
    "minister",  "ministry",   "president",   "director",  "professor",  "chairman",   "chairwoman",
    "chair",     "secretary",  "secretary-general", "editor", "editor-in-chief", "correspondent",
    "reporter",  "department", "university",  "institute", "ambassador", "general",    "doctor",
    "fellow",    "member",     "head",        "chief",     "deputy",     "spokesman",  "spokeswoman",
    "spokesperson", "columnist", "lecturer",  "researcher", "scholar",   "senator",    "governor",
    "mayor",     "judge",      "commissioner", "counsellor", "envoy",    "premier",    "dean",
    "librarian", "curator",    "archivist",   "academy",   "college"};

constexpr std::array<std::string_view, 26> kPublishers = {
    "news",    "agency",  "service", "press",   "daily",     "times",   "post",     "journal", "herald",
    "tribune", "gazette", "weekly",  "monthly", "quarterly", "magazine", "review",  "reuters", "xinhua",
    "observer", "guardian", "chronicle", "bulletin", "telegraph", "radio", "newspaper", "wire"};

std::string_view without_mark(std::string_view word) {
  while (!word.empty() && (word.back() == ',' || word.back() == '.' || word.back() == ')')) {
    word.remove_suffix(1);
  }
  return word;
}

template <size_t N>
bool has_word(std::string_view line, const std::array<std::string_view, N>& words) {
  while (!line.empty()) {
    const std::string word = ascii_lower(without_mark(take_until(line, ' ')));
    if (std::find(words.begin(), words.end(), word) != words.end()) return true;
  }
  return false;
}

bool is_name_character(char32_t code_point) {
  return u_isalpha(static_cast<UChar32>(code_point)) || code_point == '.' || code_point == '-' ||
         code_point == '\'' || code_point == 0x2019;
}

/// A word of a name: begins with a capital and has nothing but letters and what joins them.
bool is_name_word(std::string_view word) {
  size_t offset = 0;
  if (!u_isupper(static_cast<UChar32>(next_code_point(word, offset)))) return false;
  while (offset < word.size()) {
    if (!is_name_character(next_code_point(word, offset))) return false;
  }
  return word.back() != '.' || word.size() <= 3;
}

bool is_particle(std::string_view word) {
  return std::find(kParticles.begin(), kParticles.end(), word) != kParticles.end();
}

/// The next of "A, B and C", cut from the front of `line`.
std::string_view take_name(std::string_view& line) {
  static constexpr std::string_view kJoins[] = {", and ", " and ", " & ", ", "};
  size_t at = std::string_view::npos;
  size_t size = 0;
  for (const std::string_view join : kJoins) {
    const size_t found = line.find(join);
    if (found < at) {
      at = found;
      size = join.size();
    }
  }
  const std::string_view name = trim(line.substr(0, at));
  line.remove_prefix(at == std::string_view::npos ? line.size() : at + size);
  return name;
}

}  // namespace

bool looks_like_name(std::string_view line) {
  if (line.size() > kMaxName) return false;
  size_t words = 0;
  size_t particles = 0;
  std::string_view rest = line;
  while (!rest.empty()) {
    const std::string_view word = take_until(rest, ' ');
    if (word.empty()) continue;
    if (is_particle(word)) ++particles;
    else if (!is_name_word(word)) return false;
    ++words;
  }
  return words >= 2 && words <= 5 && words - particles >= 2;
}

bool looks_like_office(std::string_view line) { return has_word(line, kOffices); }

bool looks_like_publisher(std::string_view line) { return has_word(line, kPublishers); }

std::vector<std::string> split_names(std::string_view line) {
  std::vector<std::string> names;
  std::string_view rest = line;
  while (!rest.empty()) {
    const std::string_view name = take_name(rest);
    if (!looks_like_name(name)) return {collapse_white_space(line)};
    names.push_back(collapse_white_space(name));
  }
  return names;
}

}  // namespace catchword
