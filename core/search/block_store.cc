#include "search/block_store.h"

#include <algorithm>
#include <utility>

namespace catchword {

BlockStore::BlockStore(Root root)
    : root_(std::move(root)), terms_(root_.term_blocks.size()), texts_(root_.space.blocks) {}

const TermBlock* BlockStore::terms(std::size_t block) {
  const TermBlock* terms = terms_[block].terms.get();
  if (terms == nullptr) note(Kind::kTerms, block);
  return terms;
}

const PositionList* BlockStore::positions(std::size_t block, std::size_t entry) {
  const TermBlock* terms = this->terms(block);
  LoadedTerms& loaded = terms_[block];
  if (loaded.positions == nullptr) note(Kind::kPositions, block);
  if (loaded.positions == nullptr || terms == nullptr) return nullptr;
  if (loaded.lists.empty()) loaded.lists = PositionLists(terms->entries().size());
  std::unique_ptr<PositionList>& list = loaded.lists[entry];
  if (list != nullptr) return list.get();
  Result<PositionList> decoded = decode_positions(name_of(Kind::kPositions, block),
                                                  *loaded.positions, *terms, entry);
  if (decoded) {
    list = std::make_unique<PositionList>(std::move(*decoded));
  } else {
    failure_ = decoded.error();
  }
  return list.get();
}

const LoadedText* BlockStore::text(BlockOrdinal block) {
  const LoadedText* text = texts_[block].get();
  if (text == nullptr) note(Kind::kText, block);
  return text;
}

std::string BlockStore::name_of(Kind kind, std::size_t ordinal) const {
  if (kind == Kind::kText) return root_.text_name(static_cast<BlockOrdinal>(ordinal));
  const ContentHash& hash = root_.term_blocks[ordinal];
  return kind == Kind::kTerms ? term_name(hash) : position_name(hash);
}

void BlockStore::note(Kind kind, std::size_t ordinal) {
  std::uint32_t i = 0;
  while (i < wanted_.size() && (wanted_[i].kind != kind || wanted_[i].ordinal != ordinal)) ++i;
  if (i == wanted_.size()) wanted_.push_back({name_of(kind, ordinal), kind, ordinal});
  if (std::find(missing_.begin(), missing_.end(), i) == missing_.end()) missing_.push_back(i);
}

std::vector<std::string> BlockStore::take_missing() {
  std::vector<std::string> names;
  for (const std::uint32_t i : missing_) names.push_back(wanted_[i].name);
  missing_.clear();
  return names;
}

Status BlockStore::take_failure() { return std::exchange(failure_, {}); }

Status BlockStore::supply(std::string_view name, ByteView file) {
  const auto wanted = std::find_if(wanted_.begin(), wanted_.end(),
                                   [name](const Wanted& known) { return known.name == name; });
  if (wanted == wanted_.end()) {
    return Error{ErrorKind::kUsage, "no search has asked for this file", std::string(name), ""};
  }
  const Result<ByteView> payload = unseal(name, file);
  if (!payload) return payload.error();
  switch (wanted->kind) {
    case Kind::kTerms: return supply_terms(*wanted, *payload);
    case Kind::kText: return supply_text(*wanted, *payload);
    case Kind::kPositions: break;
  }
  terms_[wanted->ordinal].positions = std::make_unique<Bytes>(payload->begin(), payload->end());
  return {};
}

Status BlockStore::supply_terms(const Wanted& wanted, ByteView payload) {
  Result<TermBlock> block = TermBlock::decode(wanted.name, payload, root_.space);
  if (!block) return block.error();
  terms_[wanted.ordinal].terms = std::make_unique<TermBlock>(std::move(*block));
  return {};
}

Status BlockStore::supply_text(const Wanted& wanted, ByteView payload) {
  auto text = std::make_unique<LoadedText>();
  text->bytes = Bytes(payload.begin(), payload.end());
  Result<std::vector<TextPart>> parts = parse_text_block(wanted.name, text->bytes);
  if (!parts) return parts.error();
  text->parts = std::move(*parts);
  texts_[wanted.ordinal] = std::move(text);
  return {};
}

}  // namespace catchword
