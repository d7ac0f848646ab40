#include "build/term_writer.h"

#include <algorithm>

#include "base/parallel.h"
#include "build/content_hash.h"
#include "index/position_block.h"

namespace catchword {
namespace {

// A block's lists in the order of their keys, completions among the terms.
struct BlockLists {
  std::vector<TermList> lists;
  std::vector<PositionList> positions;
};

BlockLists gather(const InvertedIndex& index, const TermBlockPlan& plan) {
  BlockLists block;
  for (const TermBlockPlan::Completion& completion : plan.completions) {
    block.lists.push_back({completion.term, completion.postings});
  }
  for (const Term& reference : plan.references) block.lists.push_back({reference, {}});
  for (std::size_t term = plan.begin; term < plan.end; ++term) {
    block.lists.push_back({index.terms[term], index.list(term)});
    block.positions.push_back(index.position_list(term));
  }
  std::sort(block.lists.begin(), block.lists.end(), [](const TermList& a, const TermList& b) {
    return TermKey::of(a.term) < TermKey::of(b.term);
  });
  return block;
}

Bytes encode_positions(const InvertedIndex& index, const TermBlockPlan& plan,
                       const std::vector<PositionList>& positions) {
  std::vector<TermPositions> terms;
  for (std::size_t term = plan.begin; term < plan.end; ++term) {
    terms.push_back({index.list(term), &positions[term - plan.begin]});
  }
  return encode_position_block(terms);
}

ContentHash hash_pair(const Bytes& terms, const Bytes& positions) {
  Bytes both = terms;
  both.insert(both.end(), positions.begin(), positions.end());
  return short_hash(both);
}

}  // namespace

TermFiles write_terms(const InvertedIndex& index, const std::vector<TermBlockPlan>& plans,
                      std::uint32_t documents, unsigned jobs) {
  TermFiles result;
  result.terms.resize(plans.size());
  result.positions.resize(plans.size());
  result.blocks.resize(plans.size());
  parallel_for(plans.size(), jobs, [&](std::size_t i, unsigned) {
    const BlockLists block = gather(index, plans[i]);
    const Bytes terms = encode_term_block(block.lists, documents);
    const Bytes positions = encode_positions(index, plans[i], block.positions);
    const ContentHash hash = hash_pair(terms, positions);
    result.blocks[i] = hash;
    result.terms[i] = {term_name(hash), seal(term_name(hash), terms)};
    result.positions[i] = {position_name(hash), seal(position_name(hash), positions)};
  });
  return result;
}

}  // namespace catchword
