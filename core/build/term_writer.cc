#include "build/term_writer.h"

#include <algorithm>
#include <numeric>
#include <string>
#include <utility>

#include "base/parallel.h"
#include "build/content_hash.h"
#include "index/position_directory.h"

namespace catchword {
namespace {

// A block's lists in the order of their keys, completions among the terms.
struct BlockLists {
  std::vector<TermList> lists;
  std::vector<PositionList> positions;
};

BlockLists gather(const InvertedIndex& index, const TermBlockPlan& plan) {
  BlockLists block;
  block.lists.reserve(plan.completions.size() + plan.references.size() + plan.end - plan.begin);
  block.positions.reserve(plan.end - plan.begin);
  for (const TermBlockPlan::Completion& completion : plan.completions) {
    block.lists.push_back({completion.term, completion.postings});
  }
  for (const Term& reference : plan.references) block.lists.push_back({reference, {}});
  for (std::size_t term = plan.begin; term < plan.end; ++term) {
    block.lists.push_back({index.term(term), index.list(term)});
    block.positions.push_back(index.position_list(term));
  }
  std::sort(block.lists.begin(), block.lists.end(), [](const TermList& a, const TermList& b) {
    return TermKey::of(a.term) < TermKey::of(b.term);
  });
  return block;
}

// Those with most postings first, so that what is begun last is short and no thread waits long for it.
std::vector<std::size_t> largest_first(const InvertedIndex& index, std::span<const TermBlockPlan> plans) {
  const auto postings = [&](std::size_t plan) { return index.starts[plans[plan].end] - index.starts[plans[plan].begin]; };
  std::vector<std::size_t> order(plans.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return postings(a) > postings(b); });
  return order;
}

BundleFile make_directory_file(const PositionDirectory& directory, ContentHash& hash) {
  const Bytes payload = encode_position_directory(directory);
  hash = short_hash(payload);
  const std::string name = position_directory_name(hash);
  return {name, seal(name, payload)};
}

}  // namespace

Status TermWriter::write(const InvertedIndex& index, std::span<const TermBlockPlan> plans, unsigned jobs) {
  std::vector<std::vector<PositionCut>> cuts;
  for (const TermBlockPlan& plan : plans) cuts.push_back(cutter_.cut(index, {plan.begin, plan.end}));
  std::vector<BlockFiles> blocks(plans.size());
  const std::vector<std::size_t> order = largest_first(index, plans);
  parallel_for(plans.size(), jobs, [&](std::size_t round, unsigned) {
    const std::size_t i = order[round];
    const BlockLists block = gather(index, plans[i]);
    blocks[i] = {encode_term_block(block.lists, documents_),
                 write_positions(block.lists, block.positions, cuts[i])};
  });
  const std::size_t terms = result_.terms.size();
  const std::size_t positions = result_.positions.size();
  for (BlockFiles& block : blocks) {
    name_files(block);
    block = BlockFiles();
  }
  const Status done = put_aside(std::span(result_.terms).subspan(terms), waiting_);
  return done ? put_aside(std::span(result_.positions).subspan(positions), waiting_) : done;
}

void TermWriter::name_files(const BlockFiles& block) {
  const ContentHash hash = short_hash(block.terms);
  result_.blocks.push_back(hash);
  result_.terms.push_back({term_name(hash), seal(term_name(hash), block.terms)});
  for (const PositionBlock& positions : block.positions) add_positions(positions);
  PositionDirectory& directory = result_.position_directory;
  directory.starts.push_back(static_cast<std::uint32_t>(directory.blocks.size()));
}

void TermWriter::add_positions(const PositionBlock& block) {
  if (block.begins_file) finish_position_file();
  result_.position_directory.blocks.push_back({block.first, {}, parts_++});
  position_file_.string(as_text(block.payload));
}

void TermWriter::finish_position_file() {
  if (parts_ == 0) return;
  const Bytes payload = position_file_.take();
  const ContentHash hash = short_hash(payload);
  std::vector<PositionDirectory::Block>& blocks = result_.position_directory.blocks;
  for (auto block = blocks.end() - parts_; block != blocks.end(); ++block) block->hash = hash;
  std::string name = position_name(hash);
  if (known_.insert(name).second) {
    Bytes sealed = seal(name, payload);
    result_.positions.push_back({std::move(name), std::move(sealed)});
  }
  position_file_ = ByteWriter();
  parts_ = 0;
}

TermFiles TermWriter::finish() {
  finish_position_file();
  result_.positions.push_back(make_directory_file(result_.position_directory, result_.directory_hash));
  return std::move(result_);
}

}  // namespace catchword
