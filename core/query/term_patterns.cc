#include "query/term_patterns.h"

#include <algorithm>
#include <vector>

#include "base/utf8.h"

namespace catchword {
namespace {

std::size_t next_character(std::string_view text, std::size_t at) {
  ++at;
  while (at < text.size() && is_continuation(text[at])) ++at;
  return at;
}

// Completions and references are no words.
// The terms that begin with `prefix` and for which `is_wanted`.
template <class IsWanted>
WordMatch match_terms(BlockStore& store, std::string_view prefix, Kinship kinship, bool& whole,
                      const IsWanted& is_wanted) {
  WordMatch matches;
  if (store.root().terms.separators.empty()) return matches;
  const std::size_t first = store.root().terms.block_of(prefix);
  std::size_t last = store.root().terms.last_block_of(prefix);
  if (last - first >= kMostPatternBlocks) {
    last = first + kMostPatternBlocks - 1;
    whole = false;
  }
  for (std::size_t ordinal = first; ordinal <= last; ++ordinal) {
    const TermBlock* block = store.terms(ordinal);
    if (block == nullptr) continue;
    for (std::size_t i = block->lower_bound(prefix); i < block->entries().size(); ++i) {
      const TermBlock::Entry& entry = block->entries()[i];
      if (!entry.term.folded.starts_with(prefix)) break;
      if (!entry.term.is_word() || !is_wanted(entry.term)) continue;
      matches.push_back({&entry.term, block->postings(entry), kinship, ordinal, i});
    }
  }
  return matches;
}

std::vector<char32_t> characters_of(std::string_view text) {
  std::vector<char32_t> characters;
  for (std::size_t at = 0; at < text.size();) characters.push_back(next_code_point(text, at));
  return characters;
}

}  // namespace

bool fits(std::string_view pattern, std::string_view text) {
  std::size_t p = 0;
  std::size_t t = 0;
  std::size_t star = pattern.npos;  // the last * seen, and how much of the text it stands for
  std::size_t starred = 0;
  while (t < text.size()) {
    if (p < pattern.size() && pattern[p] == '*') {
      star = p++;
      starred = t;
    } else if (p < pattern.size() && pattern[p] == '?') {
      ++p;
      t = next_character(text, t);
    } else if (p < pattern.size() && pattern[p] == text[t]) {
      ++p;
      ++t;
    } else if (star != pattern.npos) {
      p = star + 1;
      t = starred = next_character(text, starred);
    } else {
      return false;
    }
  }
  while (p < pattern.size() && pattern[p] == '*') ++p;
  return p == pattern.size();
}

bool is_near(std::string_view first, std::string_view second, std::uint32_t most) {
  const std::vector<char32_t> a = characters_of(first);
  const std::vector<char32_t> b = characters_of(second);
  if (std::max(a.size(), b.size()) - std::min(a.size(), b.size()) > most) return false;
  std::vector<std::uint32_t> before(b.size() + 1);
  std::vector<std::uint32_t> row(b.size() + 1);
  std::vector<std::uint32_t> next(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = static_cast<std::uint32_t>(j);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    next[0] = static_cast<std::uint32_t>(i);
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::uint32_t other = row[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      next[j] = std::min({row[j] + 1, next[j - 1] + 1, other});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) next[j] = std::min(next[j], before[j - 2] + 1);
    }
    before.swap(row);
    row.swap(next);
  }
  return row[b.size()] <= most;
}

WordMatch match_pattern(BlockStore& store, std::string_view pattern, bool& whole) {
  const std::string_view prefix = pattern.substr(0, pattern.find_first_of("*?"));
  return match_terms(store, prefix, Kinship::kForm, whole,
                     [pattern](const Term& term) { return fits(pattern, term.folded); });
}

WordMatch match_fuzzy(BlockStore& store, const std::string& folded, std::uint32_t most, bool& whole) {
  // A key's terms begin with it; of the word itself the first character must be right.
  const std::size_t colon = folded.rfind(':');
  const std::size_t begin = colon == folded.npos ? 0 : colon + 1;
  const std::string_view prefix = std::string_view(folded).substr(0, next_character(folded, begin));
  WordMatch matches = match_terms(store, prefix, Kinship::kInflection, whole, [&](const Term& term) {
    return is_near(folded, term.folded, most);
  });
  for (MatchedTerm& match : matches) {
    if (match.term->folded == folded) match.kinship = Kinship::kForm;
  }
  return matches;
}

}  // namespace catchword
