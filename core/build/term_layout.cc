#include "build/term_layout.h"

#include <algorithm>
#include <deque>
#include <numeric>
#include <span>

#include "analysis/stemmer.h"
#include "base/parallel.h"
#include "base/shared_prefix.h"
#include "base/utf8.h"
#include "build/content_hash.h"
#include "index/limits.h"

namespace catchword {
namespace {

constexpr std::size_t kLargestBlock = 32768;  // bytes, half of what the most terms take that a block may have

// What a term takes in its block, roughly: letters cost about half a byte, postings above one.
std::size_t estimated_bytes(const InvertedIndex& index, std::size_t term) {
  const std::string_view folded = index.terms[term].folded;
  const std::size_t shared = term == 0 ? 0 : shared_prefix(index.terms[term - 1].folded, folded);
  constexpr std::size_t kLettersOfAlias = 8;
  const auto aliases = index.aliases.find(static_cast<TermId>(term));
  const std::size_t count = aliases == index.aliases.end() ? 0 : aliases->second.size();
  const std::size_t letters = folded.size() - shared + count * kLettersOfAlias;
  const std::size_t postings = index.count(term);
  return (letters * 8 + 16 + postings * 26) / 16;
}

// A cut before `term` must not part spellings, and had better not part a class.
enum class CutQuality { kForbidden, kPartsClass, kGood };

CutQuality cut_quality(const InvertedIndex& index, std::size_t term) {
  const DictionaryTerm& before = index.terms[term - 1];
  const DictionaryTerm& after = index.terms[term];
  if (before.folded == after.folded) return CutQuality::kForbidden;
  const std::size_t shared = shared_prefix(before.folded, after.folded);
  const bool apart = shared < 3 || shared < std::min(before.stem.size(), after.stem.size());
  return apart && before.stem != after.stem ? CutQuality::kGood : CutQuality::kPartsClass;
}

// Of the shortest string that is behind all of `before` and not behind `after`.
std::size_t separator_size(std::string_view before, std::string_view after) {
  return shared_prefix(before, after) + 1;
}

// Of places where a block may end that with the shortest separator is the best ("prefix B-trees", Bayer and Unterauer,
// 1977): the root has them all, and words that have much in common stay together. Of equals a hash says, so that the
// blocks on either side of a change soon agree again.
struct Cut {
  std::size_t term = 0;       // that the next block begins with; 0 is none
  std::size_t separator = 0;  // its size, in bytes
  std::uint64_t hash = 0;

  static Cut before(const InvertedIndex& index, std::size_t term) {
    const std::string_view folded = index.terms[term].folded;
    return {term, separator_size(index.terms[term - 1].folded, folded), content_hash(folded)};
  }

  [[nodiscard]] bool is_better_than(const Cut& other) const {
    if (other.term == 0 || separator != other.separator) return other.term == 0 || separator < other.separator;
    return hash < other.hash;
  }
};

// Where the block that begins with `begin` ends: at the best place between half of `block_bytes` and half as much again;
// where there is none, before twice as much.
std::size_t block_end(const InvertedIndex& index, std::size_t begin, std::size_t block_bytes) {
  Cut best;
  std::size_t size = estimated_bytes(index, begin);
  for (std::size_t term = begin + 1; term < index.terms.size(); ++term) {
    const std::size_t bytes = estimated_bytes(index, term);
    const CutQuality quality = cut_quality(index, term);
    const bool is_long = size + bytes > block_bytes * 5 / 2 && size > block_bytes / 2;
    if (quality != CutQuality::kForbidden && (is_long || size >= 2 * block_bytes)) return term;
    if (quality == CutQuality::kGood && size >= block_bytes / 2) {
      const Cut cut = Cut::before(index, term);
      if (cut.is_better_than(best)) best = cut;
    }
    if (best.term != 0 && size >= block_bytes * 3 / 2) return best.term;
    size += bytes;
  }
  return index.terms.size();
}

std::vector<TermBlockPlan> cut(const InvertedIndex& index, std::size_t block_bytes) {
  std::vector<TermBlockPlan> plans;
  for (std::size_t begin = 0; begin < index.terms.size(); begin = plans.back().end) {
    TermBlockPlan& plan = plans.emplace_back();
    plan.begin = begin;
    plan.end = block_end(index, begin, block_bytes);
    if (begin == 0) continue;
    const std::string_view folded = index.terms[begin].folded;
    plan.separator = folded.substr(0, separator_size(index.terms[begin - 1].folded, folded));
  }
  return plans;
}

std::vector<std::uint32_t> blocks_of_terms(const std::vector<TermBlockPlan>& plans,
                                           std::size_t terms) {
  std::vector<std::uint32_t> blocks(terms);
  for (std::uint32_t block = 0; block < plans.size(); ++block) {
    std::fill(blocks.begin() + static_cast<std::ptrdiff_t>(plans[block].begin),
              blocks.begin() + static_cast<std::ptrdiff_t>(plans[block].end), block);
  }
  return blocks;
}

// The block where `folded` stands or would stand.
std::size_t home_of(const std::vector<TermBlockPlan>& plans, std::string_view folded) {
  const auto after = std::upper_bound(
      plans.begin(), plans.end(), folded,
      [](std::string_view wanted, const TermBlockPlan& plan) { return wanted < plan.separator; });
  return static_cast<std::size_t>(after - plans.begin()) - 1;
}

// Of one class, a term in each block that has any, in the blocks' order.
struct ClassMember {
  std::uint32_t block;
  std::size_t term;
};

// The folded forms of the members in other blocks than `block`.
std::vector<std::string> kin_of(const InvertedIndex& index, const std::vector<ClassMember>& members,
                                std::size_t block) {
  constexpr std::size_t kMostKin = 64;
  std::vector<std::string> kin;
  for (const ClassMember& member : members) {
    if (member.block != block && kin.size() < kMostKin) kin.emplace_back(index.terms[member.term].folded);
  }
  return kin;
}

Term make_reference(std::string_view stem, std::vector<std::string> kin) {
  Term reference;
  reference.folded = reference.stem = stem;
  reference.kin = std::move(kin);
  return reference;
}

std::vector<ClassMember> members_of(std::span<const TermId> terms, const std::vector<std::uint32_t>& blocks) {
  std::vector<ClassMember> members;
  for (const TermId term : terms) {
    if (members.empty() || members.back().block != blocks[term]) members.push_back({blocks[term], term});
  }
  return members;
}

// Tells each term of a class that is in several blocks one term in each of the others. Where a stem
// itself would stand and no form of its class does, a reference tells them.
void assign_kin(InvertedIndex& index, std::vector<TermBlockPlan>& plans) {
  const std::vector<std::uint32_t> blocks = blocks_of_terms(plans, index.terms.size());
  const auto stem_of = [&](TermId term) -> std::string_view { return index.terms[term].stem; };
  std::vector<TermId> terms(index.terms.size());  // by class, then as they stand, and so their blocks
  std::iota(terms.begin(), terms.end(), TermId{0});
  std::sort(terms.begin(), terms.end(), [&](TermId a, TermId b) {
    const int order = stem_of(a).compare(stem_of(b));
    return order != 0 ? order < 0 : a < b;
  });
  for (std::size_t begin = 0, end = 0; begin < terms.size(); begin = end) {
    const std::string_view stem = stem_of(terms[begin]);
    while (end < terms.size() && stem_of(terms[end]) == stem) ++end;
    const std::span own = std::span(terms).subspan(begin, end - begin);
    const std::vector<ClassMember> members = members_of(own, blocks);
    for (const TermId term : own) {
      if (members.size() > 1) index.kin[term] = kin_of(index, members, blocks[term]);
    }
    const std::size_t home = home_of(plans, stem);
    std::uint32_t most = 0;
    for (const TermId term : own) most = std::max(most, index.terms[term].document_count);
    for (const TermId term : own) index.terms[term].class_documents = most;
    const bool at_home = std::any_of(members.begin(), members.end(),
                                     [&](const ClassMember& member) { return member.block == home; });
    if (!at_home) plans[home].references.push_back(make_reference(stem, kin_of(index, members, home)));
  }
}

/// Of each document the posting with the highest impact, the first of equals.
class BestPostings {
 public:
  /// Adds `more` to `best`, which has one posting a document, in their order.
  void add(std::span<const Posting> more, std::vector<Posting>& best) {
    for (std::uint32_t i = 0; i < best.size(); ++i) place_of(best[i]) = i;
    for (const Posting& posting : more) {
      std::uint32_t& place = place_of(posting);
      if (place == kNone) {
        place = static_cast<std::uint32_t>(best.size());
        best.push_back(posting);
      } else if (posting.impact > best[place].impact) {
        best[place] = posting;
      }
    }
    for (const Posting& posting : best) place_of(posting) = kNone;
    std::sort(best.begin(), best.end(), [](const Posting& a, const Posting& b) { return a.document < b.document; });
  }

 private:
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;

  std::uint32_t& place_of(const Posting& posting) {
    if (posting.document >= places_.size()) places_.resize(posting.document + std::size_t{1}, kNone);
    return places_[posting.document];
  }

  std::vector<std::uint32_t> places_;  // of each document's posting among the best
};

// Leaves `most` of the highest impacts, in the order in which they stand.
void keep_highest(std::vector<Posting>& postings, std::size_t most) {
  if (postings.size() <= most) return;
  std::stable_sort(postings.begin(), postings.end(),
                   [](const Posting& a, const Posting& b) { return a.impact > b.impact; });
  postings.resize(most);
  std::sort(postings.begin(), postings.end(),
            [](const Posting& a, const Posting& b) { return a.document < b.document; });
}

// The prefix of `text` that is one character longer than `size` bytes.
std::string_view longer_prefix(std::string_view text, std::size_t size) {
  std::size_t end = size + 1;
  while (end < text.size() && is_continuation(text[end])) ++end;
  return text.substr(0, end);
}

class CompletionFinder {
 public:
  CompletionFinder(const InvertedIndex& index, const std::vector<TermBlockPlan>& plans)
      : index_(index), plans_(plans), blocks_(blocks_of_terms(plans, index.terms.size())) {
    visit(0, index.terms.size(), 0);
  }

  [[nodiscard]] std::vector<Completions::Range> take() { return std::move(found_); }

 private:
  // Visits the prefixes one character longer than `size` bytes among the terms [begin, end).
  void visit(std::size_t begin, std::size_t end, std::size_t size) {
    while (begin < end) {
      const std::string_view folded = index_.terms[begin].folded;
      if (folded.size() <= size) {
        ++begin;
        continue;
      }
      const std::string_view prefix = longer_prefix(folded, size);
      const std::size_t after = end_of(prefix, begin, end);
      // As the searcher counts them: from the block where the prefix itself would stand.
      const std::size_t home = home_of(plans_, prefix);
      if (blocks_[after - 1] - home >= kMostPrefixBlocks) {
        found_.push_back({prefix, home, {begin, after}});
        visit(begin, after, prefix.size());
      }
      begin = after;
    }
  }

  [[nodiscard]] std::size_t end_of(std::string_view prefix, std::size_t begin,
                                   std::size_t end) const {
    const auto first = index_.terms.begin();
    const auto found = std::partition_point(
        first + static_cast<std::ptrdiff_t>(begin), first + static_cast<std::ptrdiff_t>(end),
        [prefix](const DictionaryTerm& term) { return term.folded.starts_with(prefix); });
    return static_cast<std::size_t>(found - first);
  }

  const InvertedIndex& index_;
  const std::vector<TermBlockPlan>& plans_;
  std::vector<std::uint32_t> blocks_;
  std::vector<Completions::Range> found_;
};

// One thread's stemmers, by language.
class Stemmers {
 public:
  explicit Stemmers(const std::vector<std::string>& codes) {
    for (const std::string& code : codes) stemmers_.emplace_back(code);
    if (codes.empty()) stemmers_.emplace_back("");
  }

  [[nodiscard]] const Stemmer& of(LanguageId language) const { return stemmers_[language]; }

 private:
  std::deque<Stemmer> stemmers_;
};

}  // namespace

void assign_stems(InvertedIndex& index, const Languages& languages, unsigned jobs) {
  constexpr std::size_t kRun = 1024;
  const std::size_t runs = (index.terms.size() + kRun - 1) / kRun;
  const std::size_t pools = index.strings.size();
  index.strings.resize(pools + jobs);
  parallel_for(runs, jobs, [&](std::size_t run, unsigned worker) {
    const Stemmers stemmers(languages.codes());
    for (std::size_t i = run * kRun; i < std::min((run + 1) * kRun, index.terms.size()); ++i) {
      DictionaryTerm& term = index.terms[i];
      const std::string stem = stemmers.of(index.languages[i]).stem(term.form);
      term.stem = term.form.starts_with(stem) ? term.form.substr(0, stem.size()) : index.strings[pools + worker].add(stem);
    }
  });
}

std::vector<TermBlockPlan> plan_term_blocks(InvertedIndex& index, std::size_t block_bytes,
                                            std::size_t most_blocks) {
  const std::size_t most = 3 * block_bytes;
  std::vector<TermBlockPlan> plans = cut(index, block_bytes);
  while ((plans.size() > most_blocks && block_bytes < kLargestBlock) ||
         (plans.size() > kManyTermBlocks && block_bytes < most)) {
    block_bytes += block_bytes / 8 + 1;
    plans = cut(index, block_bytes);
  }
  assign_kin(index, plans);
  return plans;
}

Completions::Completions(const InvertedIndex& index, const std::vector<TermBlockPlan>& plans)
    : ranges_(CompletionFinder(index, plans).take()),
      postings_(ranges_.size()),
      document_counts_(ranges_.size()) {}

void Completions::add_window(const InvertedIndex& index, unsigned jobs) {
  std::vector<BestPostings> best(jobs);
  parallel_for(ranges_.size(), jobs, [&](std::size_t i, unsigned worker) {
    const TermRange terms = ranges_[i].terms;
    const std::size_t begin = std::max(terms.begin, index.window.begin);
    const std::size_t end = std::min(terms.end, index.window.end);
    if (begin >= end) return;
    std::vector<Posting>& postings = postings_[i];
    const std::size_t before = index.starts[index.window.begin];
    const std::size_t count = index.starts[end] - index.starts[begin];
    best[worker].add(std::span(index.postings).subspan(index.starts[begin] - before, count), postings);
    postings.shrink_to_fit();
    if (end < terms.end) return;
    document_counts_[i] = static_cast<std::uint32_t>(postings.size());
    keep_highest(postings, kMostCompletionPostings);
    postings.shrink_to_fit();
  });
}

void Completions::move_into(std::vector<TermBlockPlan>& plans) {
  for (std::size_t i = 0; i < ranges_.size(); ++i) {
    TermBlockPlan::Completion& completion = plans[ranges_[i].home].completions.emplace_back();
    completion.term.folded = completion.term.form = completion.term.stem = ranges_[i].prefix;
    completion.term.completion = true;
    completion.term.document_count = document_counts_[i];
    completion.postings = std::move(postings_[i]);
  }
}

}  // namespace catchword
