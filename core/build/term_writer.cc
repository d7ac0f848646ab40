#include "build/term_writer.h"

#include <algorithm>
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

BundleFile make_directory_file(const PositionDirectory& directory, ContentHash& hash) {
  const Bytes payload = encode_position_directory(directory);
  hash = short_hash(payload);
  const std::string name = position_directory_name(hash);
  return {name, seal(name, payload)};
}

}  // namespace

void TermWriter::write(const InvertedIndex& index, std::span<const TermBlockPlan> plans, unsigned jobs) {
  std::vector<BlockFiles> blocks(plans.size());
  parallel_for(plans.size(), jobs, [&](std::size_t i, unsigned) {
    const BlockLists block = gather(index, plans[i]);
    blocks[i] = {encode_term_block(block.lists, documents_),
                 write_positions(block.lists, block.positions, result_.position_directory.prior)};
  });
  for (const BlockFiles& block : blocks) name_files(block);
}

void TermWriter::name_files(const BlockFiles& block) {
  const ContentHash hash = short_hash(block.terms);
  result_.blocks.push_back(hash);
  result_.terms.push_back({term_name(hash), seal(term_name(hash), block.terms)});
  PositionDirectory& directory = result_.position_directory;
  for (const PositionFile& file : block.positions) {
    if (shared_file_ > 0) {
      share_file(file);
    } else {
      directory.files.push_back({file.first, name_positions(file.payload)});
    }
  }
  directory.starts.push_back(static_cast<std::uint32_t>(directory.files.size()));
}

// A file ends behind a block whose hash says so, one in four, once it is large enough.
void TermWriter::share_file(const PositionFile& block) {
  result_.position_directory.files.push_back({block.first, {}, shared_parts_++});
  shared_.string(as_text(block.payload));
  shared_positions_ += block.positions;
  const bool may_end = shared_positions_ >= 2 * shared_file_ || content_hash(block.payload) % 4 == 0;
  if (shared_positions_ >= shared_file_ && may_end) finish_shared_file();
}

void TermWriter::finish_shared_file() {
  if (shared_parts_ == 0) return;
  const ContentHash hash = name_positions(shared_.take());
  std::vector<PositionDirectory::File>& files = result_.position_directory.files;
  for (auto file = files.end() - shared_parts_; file != files.end(); ++file) file->hash = hash;
  shared_ = ByteWriter();
  shared_positions_ = 0;
  shared_parts_ = 0;
}

ContentHash TermWriter::name_positions(const Bytes& payload) {
  const ContentHash hash = short_hash(payload);
  std::string name = position_name(hash);
  if (known_.insert(name).second) {
    Bytes sealed = seal(name, payload);
    result_.positions.push_back({std::move(name), std::move(sealed)});
  }
  return hash;
}

TermFiles TermWriter::finish() {
  finish_shared_file();
  result_.positions.push_back(make_directory_file(result_.position_directory, result_.directory_hash));
  return std::move(result_);
}

}  // namespace catchword
