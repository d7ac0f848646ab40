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

/// Term blocks from which on larger ones, up to three times so large, are better than more: the root, which
/// every visitor loads, has six or seven bytes of each.
inline constexpr std::size_t kManyTermBlocks = 640;

/// Cuts the dictionary into blocks of about `block_bytes`, or of what kManyTermBlocks asks for, and into no more
/// than `most_blocks`, but for one that can't be cut; fills in the kin of terms whose class is in several, and refers from where a stem would stand to its forms. The sizes grow in
/// steps, and cuts depend on the terms around them alone, so that an edit moves few. Needs no lists.
/// REQUIRES: stems.
std::vector<TermBlockPlan> plan_term_blocks(InvertedIndex& index, std::size_t block_bytes,
                                            std::size_t most_blocks);

/// Postings of a completion: its best documents, no more than these.
inline constexpr std::size_t kMostCompletionPostings = 256;

/// The completions: one of each prefix whose terms fill more blocks than a search loads, with the best
/// posting of each document among them. Made window by window, in their order.
class Completions {
 public:
  /// A prefix, the block where it would stand itself, and the terms that begin with it.
  struct Range {
    std::string_view prefix;
    std::size_t home = 0;
    TermRange terms;
  };

  /// Borrows the terms of `index`.
  Completions(const InvertedIndex& index, const std::vector<TermBlockPlan>& plans);

  /// Takes the lists of the window, on up to `jobs` threads.
  void add_window(const InvertedIndex& index, unsigned jobs);

  /// Puts them into their blocks. REQUIRES: all windows were added.
  void move_into(std::vector<TermBlockPlan>& plans);

 private:
  std::vector<Range> ranges_;
  std::vector<std::vector<Posting>> postings_;  // of each range: until it is whole, one a document
  std::vector<std::uint32_t> document_counts_;
};

}  // namespace catchword
