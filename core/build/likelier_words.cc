#include "build/likelier_words.h"

#include <algorithm>
#include <bit>
#include <string>
#include <string_view>

#include "base/parallel.h"
#include "base/utf8.h"
#include "build/spelling_words.h"

namespace catchword {
namespace {

constexpr std::uint32_t kMostRareDocuments = 3;
constexpr std::uint32_t kRareShare = 8192;  // one document in so many is rare, too
constexpr std::uint32_t kStillMore = 64;    // times as many documents, for two edits and for a common mistake
constexpr std::size_t kShortest = 5;        // characters; shorter words have too many neighbours
constexpr std::size_t kShortestCommon = 8;  // of a common mistake
constexpr std::size_t kShortestForTwo = 9;  // for two edits
constexpr std::size_t kShortestPart = 3;    // characters of a word that stands without its space
constexpr TermId kNone = ~TermId{0};

using Characters = std::u32string_view;

void decode(std::string_view text, std::u32string& characters) {
  characters.clear();
  for (std::size_t at = 0; at < text.size();) characters.push_back(next_code_point(text, at));
}

// Whether the two are at most `edits` apart (the restricted Damerau-Levenshtein distance).
bool is_within(Characters a, Characters b, int edits) {
  while (!a.empty() && !b.empty() && a[0] == b[0]) {
    a.remove_prefix(1);
    b.remove_prefix(1);
  }
  if (a.empty() || b.empty()) return a.size() + b.size() <= static_cast<std::size_t>(edits);
  if (edits == 0) return false;
  if (is_within(a.substr(1), b.substr(1), edits - 1)) return true;
  if (is_within(a.substr(1), b, edits - 1) || is_within(a, b.substr(1), edits - 1)) return true;
  return a.size() > 1 && b.size() > 1 && a[0] == b[1] && a[1] == b[0] && is_within(a.substr(2), b.substr(2), edits - 1);
}

// A letter before or behind a word makes a name: `ncolumn`, `columna`; one too many is mostly its neighbour's double.
bool is_lettered(Characters rare, Characters word) {
  if (rare.size() != word.size() + 1) return false;
  return (rare.ends_with(word) && rare[0] != word[0]) || (rare.starts_with(word) && rare.back() != word.back());
}

bool has_more_underscores(Characters rare, Characters word) {
  return std::count(rare.begin(), rare.end(), U'_') > std::count(word.begin(), word.end(), U'_');
}

// Two edits at a word's beginning or end make another word of its family more often than a mistake.
bool may_be_two_edits(Characters rare, Characters word) {
  const std::size_t longer = std::max(rare.size(), word.size());
  return longer - std::min(rare.size(), word.size()) < 2 && rare[0] == word[0] && rare.back() == word.back();
}

// How many edits make `word` of `rare`, 1 or 2; 0 where `word` is not what was meant.
int edits_between(Characters rare, Characters word, bool two) {
  if (has_more_underscores(rare, word)) return 0;
  if (is_within(rare, word, 1)) return 1;
  return two && may_be_two_edits(rare, word) && is_within(rare, word, 2) ? 2 : 0;
}

// Hashes of a word and of what is left of it without a character or two: words that are as many edits apart leave the
// same ("symmetric deletion": Garbe, "SymSpell", 2012; Mor and Fraenkel, 1982).
class Remains {
 public:
  explicit Remains(Characters word) { assign(word); }
  Remains() = default;

  void assign(Characters word) {
    size_ = word.size();
    before_.assign(1, 0);
    for (const char32_t c : word) before_.push_back(before_.back() * kBase + c);
    while (powers_.size() <= size_) powers_.push_back(powers_.back() * kBase);
  }

  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] std::uint64_t slice(std::size_t begin, std::size_t end) const {
    return before_[end] - before_[begin] * powers_[end - begin];
  }

  // Calls `visit` with each; characters at the ends are not among two.
  template <class F>
  void each(bool two, const F& visit) const {
    visit(before_[size_]);
    for (std::size_t i = 0; i < size_; ++i) visit(without(i));
    for (std::size_t i = 1; two && i + 2 < size_; ++i) {
      const std::uint64_t moved = (before_[i] - before_[i + 1]) * powers_[size_ - i - 2];
      for (std::size_t j = i + 1; j + 1 < size_; ++j) visit(without(j) + moved);
    }
  }

 private:
  static constexpr std::uint64_t kBase = 0x9E3779B97F4A7C15;

  [[nodiscard]] std::uint64_t without(std::size_t i) const {
    return before_[size_] + before_[i] * powers_[size_ - i - 1] - before_[i + 1] * powers_[size_ - i - 1];
  }

  std::size_t size_ = 0;
  std::vector<std::uint64_t> before_;  // of the characters before each
  std::vector<std::uint64_t> powers_{1};
};

// Words by hashes.
class HashedWords {
 public:
  // For so many additions.
  explicit HashedWords(std::size_t most)
      : bits_(static_cast<int>(std::bit_width(most | 7)) + 1), heads_(std::size_t{1} << bits_), filter_(heads_.size() / 8) {
    slots_.reserve(most + 1);
    slots_.push_back({});
  }

  void add(std::uint64_t hash, std::uint32_t word) {
    const std::uint64_t mixed = hash * kMix;
    filter_[filter_at(mixed)] |= filter_bit(mixed);
    std::uint32_t& head = heads_[mixed >> (64 - bits_)];
    slots_.push_back({word, head});
    head = static_cast<std::uint32_t>(slots_.size() - 1);
  }

  // Calls `visit` with the words of `hash` and some others.
  template <class F>
  void each(std::uint64_t hash, const F& visit) const {
    const std::uint64_t mixed = hash * kMix;
    if ((filter_[filter_at(mixed)] & filter_bit(mixed)) == 0) return;
    for (std::uint32_t at = heads_[mixed >> (64 - bits_)]; at != 0; at = slots_[at].next) visit(slots_[at].word);
  }

 private:
  struct Slot {
    std::uint32_t word;
    std::uint32_t next;
  };

  static constexpr std::uint64_t kMix = 0xD6E8FEB86659FD93;

  // Most hashes are no word's, and eight bits for each of heads_, in a quarter of its memory, know that.
  [[nodiscard]] std::size_t filter_at(std::uint64_t mixed) const { return mixed >> (64 - bits_ + 3); }
  static std::uint64_t filter_bit(std::uint64_t mixed) { return std::uint64_t{1} << (mixed >> 8 & 63); }

  int bits_;
  std::vector<std::uint32_t> heads_;
  std::vector<std::uint64_t> filter_;
  std::vector<Slot> slots_;
};

// A folded form.
struct Word {
  TermId first = 0;             // of its spellings
  TermId best = 0;              // the most frequent one
  std::uint32_t documents = 0;  // of a frequent word that one's; of a rare word those of its class
};

// Of words in more documents fewer are mistakes, and more is demanded of them.
bool is_common(const Word& rare) { return rare.documents > kMostRareDocuments; }

struct Vocabulary {
  std::vector<Word> rare;
  std::vector<Word> frequent;
};

// Whether a word in so many documents of all, with so many places in them, may be a mistake: what stands in a document
// twice is meant as it is. Where there are many documents, one may have a mistake twice.
bool is_rare(std::uint32_t documents, std::uint64_t listed, std::uint64_t places, std::uint32_t all) {
  if (documents <= kMostRareDocuments) return places <= listed;
  return documents <= all / kRareShare && places < 2 * listed;
}

Vocabulary vocabulary_of(const InvertedIndex& index, std::uint32_t all) {
  Vocabulary vocabulary;
  for (std::size_t next = 0; next < index.terms.size();) {
    const auto [terms, best, documents] = index.spellings(next);
    next = terms.end;
    std::uint32_t most = 0;
    std::uint64_t listed = 0;
    std::uint64_t places = 0;
    for (std::size_t term = terms.begin; term < terms.end; ++term) {
      most = std::max(most, index.terms[term].class_documents);
      listed += index.terms[term].document_count;
      places += index.position_counts[term];
    }
    const bool may_be_rare = is_rare(most, listed, places, all);
    if ((!may_be_rare && documents < kFarMore) || !may_be_mistaken(index.terms[best].folded)) continue;
    const auto first = static_cast<TermId>(terms.begin);
    if (may_be_rare) vocabulary.rare.push_back({first, best, most});
    if (documents >= kFarMore) vocabulary.frequent.push_back({first, best, documents});
  }
  return vocabulary;
}

// What is near a rare word.
struct Nearest {
  std::uint32_t word = kNone;  // number among the frequent ones, one edit away or two
  std::uint8_t edits = 0;
  bool is_name = false;  // a frequent word and a letter
};

// Words that may have been written as one; kNone where there are none.
struct TwoWords {
  TermId first = kNone;
  TermId second = kNone;
};

class Finder {
 public:
  Finder(const InvertedIndex& index, const Vocabulary& vocabulary)
      : index_(index), frequent_(vocabulary.frequent), rare_(vocabulary.rare) {}

  // Of each rare word. The frequent ones are hashed by some at a time, so that the table's size has a bound.
  [[nodiscard]] std::vector<Nearest> nearest(unsigned jobs) const {
    std::vector<Nearest> nearest(rare_.size());
    for (std::uint32_t begin = 0, end = 0; begin < frequent_.size(); begin = end) {
      std::size_t hashes = remains_of(frequent_[begin]);
      for (end = begin + 1; end < frequent_.size() && hashes + remains_of(frequent_[end]) <= kMostHashes; ++end) {
        hashes += remains_of(frequent_[end]);
      }
      const HashedWords remains = hash(begin, end, hashes);
      parallel_for(rare_.size(), jobs, [&](std::size_t i, unsigned) { look(rare_[i], remains, nearest[i]); });
    }
    return nearest;
  }

  // Of each rare word that is neither a name nor one edit from another.
  [[nodiscard]] std::vector<TwoWords> splits(const std::vector<Nearest>& nearest, unsigned jobs) const {
    HashedWords wholes(frequent_.size());
    std::u32string characters;
    for (std::uint32_t i = 0; i < frequent_.size(); ++i) {
      decode(folded(frequent_[i]), characters);
      wholes.add(Remains(characters).slice(0, characters.size()), i);
    }
    std::vector<TwoWords> splits(rare_.size());
    parallel_for(rare_.size(), jobs, [&](std::size_t i, unsigned) {
      if (!nearest[i].is_name && nearest[i].edits != 1) splits[i] = split_of(rare_[i], wholes);
    });
    return splits;
  }

 private:
  static constexpr std::size_t kMostHashes = 1 << 18;  // some 7 MB

  static std::size_t shortest(const Word& rare) { return is_common(rare) ? kShortestCommon : kShortest; }
  static bool may_be_of_two(std::size_t size) { return size + 1 >= kShortestForTwo; }

  // How many hashes a word has at most.
  [[nodiscard]] std::size_t remains_of(const Word& word) const {
    const std::size_t size = folded(word).size();
    return 1 + size + (may_be_of_two(size) ? size * size / 2 : 0);
  }

  [[nodiscard]] HashedWords hash(std::uint32_t begin, std::uint32_t end, std::size_t hashes) const {
    HashedWords words(hashes);
    std::u32string characters;
    Remains remains;
    for (std::uint32_t i = begin; i < end; ++i) {
      decode(folded(frequent_[i]), characters);
      remains.assign(characters);
      remains.each(may_be_of_two(characters.size()), [&](std::uint64_t hash) { words.add(hash, i); });
    }
    return words;
  }

  void look(const Word& rare, const HashedWords& words, Nearest& nearest) const {
    std::u32string characters;
    decode(folded(rare), characters);
    if (characters.size() < shortest(rare)) return;
    const bool two = characters.size() >= kShortestForTwo && !is_common(rare);
    std::u32string other;
    Remains(characters).each(two, [&](std::uint64_t hash) {
      words.each(hash, [&](std::uint32_t i) {
        const Word& word = frequent_[i];
        if (word.documents < kFarMore * rare.documents || nearest.word == i) return;
        decode(folded(word), other);
        nearest.is_name = nearest.is_name || is_lettered(characters, other);
        const int edits = edits_between(characters, other, two);
        const bool is_still_more = word.documents >= kStillMore * rare.documents;
        if (edits == 0 || ((edits == 2 || is_common(rare)) && !is_still_more)) return;
        if (nearest.edits != 0 && !is_nearer(word, edits, nearest)) return;
        nearest.word = i;
        nearest.edits = static_cast<std::uint8_t>(edits);
      });
    });
  }

  // Of those that are as near the more frequent: by powers of two, that an edit may seldom change.
  [[nodiscard]] bool is_nearer(const Word& word, int edits, const Nearest& other) const {
    if (edits != other.edits) return edits < other.edits;
    const Word& known = frequent_[other.word];
    const int doublings = std::bit_width(word.documents);
    const int others = std::bit_width(known.documents);
    return doublings != others ? doublings > others : word.first < known.first;
  }

  [[nodiscard]] std::string_view folded(const Word& word) const { return index_.terms[word.first].folded; }

  // Where several fit, that of which the rarer word is the most frequent.
  [[nodiscard]] TwoWords split_of(const Word& rare, const HashedWords& wholes) const {
    TwoWords split;
    std::u32string text;
    decode(folded(rare), text);
    if (text.size() < shortest(rare)) return split;
    const Characters characters(text);
    const Remains remains(characters);
    const std::uint32_t least = kFarMore * rare.documents;
    int most = 0;
    for (std::size_t at = kShortestPart; at + kShortestPart <= characters.size(); ++at) {
      const Word* first = find_whole(wholes, remains.slice(0, at), characters.substr(0, at));
      if (first == nullptr) continue;
      const Word* second = find_whole(wholes, remains.slice(at, characters.size()), characters.substr(at));
      if (second == nullptr) continue;
      const std::uint32_t documents = std::min(first->documents, second->documents);
      const int doublings = std::bit_width(documents);
      if (documents < least || doublings <= most) continue;
      most = doublings;
      split = {first->best, second->best};
    }
    return split;
  }

  [[nodiscard]] const Word* find_whole(const HashedWords& wholes, std::uint64_t hash, Characters characters) const {
    const Word* found = nullptr;
    wholes.each(hash, [&](std::uint32_t i) {
      std::u32string other;
      decode(folded(frequent_[i]), other);
      if (characters == other) found = &frequent_[i];
    });
    return found;
  }

  const InvertedIndex& index_;
  const std::vector<Word>& frequent_;
  const std::vector<Word>& rare_;
};

}  // namespace

LikelierWords::LikelierWords(const InvertedIndex& index, std::uint32_t documents, unsigned jobs, WordPairs& pairs) {
  const Vocabulary vocabulary = vocabulary_of(index, documents);
  const Finder finder(index, vocabulary);
  const std::vector<Nearest> nearest = finder.nearest(jobs);
  const std::vector<TwoWords> splits = finder.splits(nearest, jobs);
  for (std::size_t i = 0; i < nearest.size(); ++i) {
    const auto [first, second] = splits[i];
    if (nearest[i].is_name || (nearest[i].edits == 0 && first == kNone)) continue;
    const Word& rare = vocabulary.rare[i];
    const TermId near = nearest[i].edits == 0 ? kNone : vocabulary.frequent[nearest[i].word].best;
    found_.push_back({rare.first, kFarMore * rare.documents, near, first, second, 0});
    if (first != kNone) found_.back().pair = pairs.add(first, second);
  }
}

void LikelierWords::assign_to(InvertedIndex& index, const WordPairs& pairs) const {
  for (const Found& found : found_) {
    const bool is_split = found.first != kNone && pairs.documents(found.pair) >= found.least;
    if (!is_split && found.near == kNone) continue;
    std::string likelier(index.terms[is_split ? found.first : found.near].form);
    if (is_split) likelier.append(" ").append(index.terms[found.second].form);
    index.likelier[found.rare].push_back(std::move(likelier));
  }
}

}  // namespace catchword
