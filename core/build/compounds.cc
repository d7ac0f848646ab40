#include "build/compounds.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

#include "base/utf8.h"

namespace catchword {
namespace {

using Words = std::span<const std::string_view>;

constexpr std::size_t kFewestLetters = 4;  // of a part; shorter ones are mostly endings
constexpr int kMostParts = 4;
constexpr std::uint32_t kRarerPart = 8;    // a part has an eighth of the compound's documents, or more

// Elements between two parts; prefixes and endings that are words as well, but make no compounds.
constexpr std::array<std::string_view, 8> kGermanLinks{"", "s", "es", "n", "en", "er", "e", "ens"};
constexpr std::array<std::string_view, 20> kGermanPrefixes{
    "durch", "gegen", "hinter", "nach", "neben",  "nicht",  "ober",     "ohne",   "unter",
    "wider", "wieder", "über",  "zurück", "zusammen", "zwischen", "außer", "herunter",
    "hervor", "hinzu", "weiter"};
constexpr std::array<std::string_view, 11> kGermanEndings{
    "artig", "fähig", "haft", "heit", "keit", "lich", "mäßig", "schaft", "seits", "weise", "werk"};

constexpr std::array<std::string_view, 4> kDutchLinks{"", "s", "en", "e"};
constexpr std::array<std::string_view, 13> kDutchPrefixes{
    "achter", "binnen", "boven", "buiten", "door", "naar", "onder",
    "over",   "samen",  "tegen", "terug",  "voor", "weer"};
constexpr std::array<std::string_view, 6> kDutchEndings{"baar", "heid", "lijk", "loos", "matig", "schap"};

constexpr std::array<std::string_view, 3> kNordicLinks{"", "s", "e"};
constexpr std::array<std::string_view, 14> kNordicPrefixes{
    "efter", "etter", "före", "foran", "genom", "gjennom", "imod", "igen", "mellan", "mellem",
    "mellom", "over", "under", "över"};
constexpr std::array<std::string_view, 5> kNordicEndings{"heten", "skab", "skap", "lige", "else"};

bool contains(Words words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

std::size_t count_letters(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return !is_continuation(c); }));
}

// The mean of the logarithms of the parts' documents, which orders like their geometric mean.
template <class Part>
double mean_of(const std::vector<Part>& parts) {
  double sum = 0;
  for (const Part& part : parts) sum += std::log2(part.documents);
  return sum / static_cast<double>(parts.size());
}

bool is_only_letters(std::string_view word) {
  return std::all_of(word.begin(), word.end(),
                     [](char c) { return (c & 0x80) != 0 || (c >= 'a' && c <= 'z'); });
}

}  // namespace

struct CompoundSplitter::Language {
  std::string_view code;
  Words links;
  Words prefixes;
  Words endings;
};

const CompoundSplitter::Language* CompoundSplitter::find_language(std::string_view code) {
  static constexpr std::array<Language, 5> kLanguages{{
      {"da", kNordicLinks, kNordicPrefixes, kNordicEndings},
      {"de", kGermanLinks, kGermanPrefixes, kGermanEndings},
      {"nl", kDutchLinks, kDutchPrefixes, kDutchEndings},
      {"no", kNordicLinks, kNordicPrefixes, kNordicEndings},
      {"sv", kNordicLinks, kNordicPrefixes, kNordicEndings},
  }};
  const auto found = std::find_if(kLanguages.begin(), kLanguages.end(),
                                  [code](const Language& known) { return known.code == code; });
  return found == kLanguages.end() ? nullptr : &*found;
}

bool has_compounds(std::string_view language) {
  return CompoundSplitter::find_language(language) != nullptr;
}

CompoundSplitter::CompoundSplitter(std::string_view language, std::uint32_t least)
    : language_(find_language(language)), stemmer_(language), least_(least) {}

void CompoundSplitter::add(std::string_view word, std::uint32_t documents) {
  if (documents < least_ || !is_only_letters(word) || count_letters(word) < kFewestLetters) return;
  documents_.emplace(word, documents);
  Part& best = by_stem_[stemmer_.stem(word)];
  if (documents > best.documents) best = {word, documents};
}

// The word that `text` is, a linking element behind it apart.
CompoundSplitter::Part CompoundSplitter::first_part(std::string_view text) const {
  if (contains(language_->prefixes, text)) return {};
  for (const std::string_view link : language_->links) {
    if (!text.ends_with(link)) continue;
    const auto found = documents_.find(text.substr(0, text.size() - link.size()));
    if (found != documents_.end()) return {found->first, found->second};
  }
  return {};
}

// The word that `text` is, or one with its stem.
CompoundSplitter::Part CompoundSplitter::last_part(std::string_view text) const {
  if (contains(language_->endings, text)) return {};
  const auto found = documents_.find(text);
  if (found != documents_.end()) return {found->first, found->second};
  if (count_letters(text) <= kFewestLetters) return {};
  const auto kin = by_stem_.find(stemmer_.stem(text));
  return kin == by_stem_.end() ? Part{} : kin->second;
}

std::vector<CompoundSplitter::Part> CompoundSplitter::best_split(std::string_view text,
                                                                 std::uint32_t least,
                                                                 int most_parts) const {
  std::vector<Part> best;
  for (std::size_t cut = 1; cut < text.size(); ++cut) {
    if (is_continuation(text[cut]) || count_letters(text.substr(0, cut)) < kFewestLetters) continue;
    if (count_letters(text.substr(cut)) < kFewestLetters) break;
    const Part first = first_part(text.substr(0, cut));
    if (first.documents < least) continue;
    const Part last = last_part(text.substr(cut));
    std::vector<Part> parts;
    if (last.documents >= least) {
      parts = {last};
    } else if (most_parts > 2) {
      parts = best_split(text.substr(cut), least, most_parts - 1);
    }
    if (parts.empty()) continue;
    parts.insert(parts.begin(), first);
    if (best.empty() || parts.size() < best.size() ||
        (parts.size() == best.size() && mean_of(parts) > mean_of(best))) {
      best = std::move(parts);
    }
  }
  return best;
}

std::vector<std::string_view> CompoundSplitter::split(std::string_view word) const {
  if (!is_only_letters(word)) return {};
  const auto found = documents_.find(word);
  const std::uint32_t documents = found == documents_.end() ? 0 : found->second;
  std::vector<std::string_view> words;
  for (const Part& part :
       best_split(word, std::max(least_, documents / kRarerPart), kMostParts)) {
    words.push_back(part.word);
  }
  return words;
}

}  // namespace catchword
