#include "query/position_store.h"

#include <utility>

namespace catchword {

const PositionDirectory* PositionStore::directory() {
  if (directory_ != nullptr) return directory_.get();
  const Root& root = blocks_.root();
  const std::string name = position_directory_name(root.position_directory);
  const Bytes* payload = files_.file(name);
  if (payload == nullptr) return nullptr;
  auto parsed = parse_position_directory(name, *payload, root.term_blocks);
  if (!parsed) {
    failure_ = parsed.error();
    return nullptr;
  }
  directory_ = std::make_unique<PositionDirectory>(std::move(*parsed));
  return directory_.get();
}

const PositionList* PositionStore::positions(std::size_t block, std::size_t entry) {
  for (const Decoded& decoded : lists_) {
    if (decoded.block == block && decoded.entry == entry) return &decoded.list;
  }
  PositionList list;
  if (!decode(block, entry, list)) return nullptr;
  lists_.push_front({block, entry, std::move(list)});
  return &lists_.front().list;
}

// Appends the positions of an entry; false when a file that has some is missing or damaged.
bool PositionStore::decode(std::size_t block, std::size_t entry, PositionList& list) {
  const TermBlock* terms = blocks_.terms(block);
  const PositionDirectory* known = directory();
  if (terms == nullptr || known == nullptr) return false;
  bool whole = true;
  for (std::size_t i = known->starts[block]; i < known->starts[block + 1]; ++i) {
    const PostingRun run = known->run_of(block, i);
    if (terms->postings(terms->entries()[entry], run).empty()) continue;
    const std::string name = position_name(known->blocks[i].hash);
    const Bytes* payload = files_.file(name);
    whole = whole && payload != nullptr;
    if (!whole) continue;
    const Result<ByteView> own = position_block_in(known->blocks[i], name, *payload);
    const Status decoded =
        own ? decode_positions(name, *own, *terms, run, entry, entry + 1, list) : own.error();
    if (!decoded) failure_ = decoded;
    whole = decoded.ok();
  }
  return whole;
}

Status PositionStore::take_failure() { return std::exchange(failure_, {}); }

}  // namespace catchword
