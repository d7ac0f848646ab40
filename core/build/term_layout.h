// TermLayout: which term block each term goes into, and the terms that stand for short prefixes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "build/inverter.h"

namespace catchword {

/// A run of the dictionary: terms [begin, end), and the completions that stand among them.
struct TermBlockPlan {
  struct Completion {
    Term term;
    std::vector<Posting> postings;
  };

  std::size_t begin = 0;
  std::size_t end = 0;
  std::string separator;  ///< as in Root
  std::vector<Completion> completions;
  std::vector<Term> references;  ///< see FORMAT.md, "References"
};

/// Fills in the stems of all terms, each by its language, on up to `jobs` threads.
void assign_stems(InvertedIndex& index, const Languages& languages, unsigned jobs);

/// Cuts the dictionary into blocks of about `block_bytes`, fills in the kin of terms whose class is
/// in several, refers from where a stem would stand to its forms, and makes a completion of each prefix
/// whose terms fill more blocks than a search loads. Cuts depend on the terms around them alone. REQUIRES: stems.
std::vector<TermBlockPlan> plan_term_blocks(InvertedIndex& index, std::size_t block_bytes);

/// Postings of a completion: its best documents, no more than these.
inline constexpr std::size_t kMostCompletionPostings = 256;

}  // namespace catchword
