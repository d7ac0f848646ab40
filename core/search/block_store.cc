#include "search/block_store.h"

#include <algorithm>
#include <utility>

namespace catchword {

const TermBlock* BlockStore::terms(std::size_t block) {
  const auto found = terms_.find(block);
  if (found != terms_.end()) return found->second.get();
  note(Kind::kTerms, block, term_name(root_.term_blocks[block]));
  return nullptr;
}

const PositionList* BlockStore::positions(std::size_t block, std::size_t entry) {
  const std::pair key(block, entry);
  if (const auto found = position_lists_.find(key); found != position_lists_.end()) {
    return &found->second;
  }
  const std::string name = position_name(root_.term_blocks[block]);
  const auto file = positions_.find(block);
  const TermBlock* terms = this->terms(block);
  if (file == positions_.end()) note(Kind::kPositions, block, name);
  if (file == positions_.end() || terms == nullptr) return nullptr;
  Result<PositionList> list = decode_positions(name, file->second, *terms, entry);
  if (list) return &(position_lists_[key] = std::move(*list));
  failure_ = list.error();
  return nullptr;
}

const LoadedText* BlockStore::text(BlockOrdinal block) {
  const auto found = texts_.find(block);
  if (found != texts_.end()) return found->second.get();
  note(Kind::kText, block, root_.text_name(block));
  return nullptr;
}

void BlockStore::note(Kind kind, std::size_t ordinal, std::string name) {
  wanted_[name] = {kind, static_cast<std::uint32_t>(ordinal)};
  if (std::find(missing_.begin(), missing_.end(), name) == missing_.end()) {
    missing_.push_back(std::move(name));
  }
}

std::vector<std::string> BlockStore::take_missing() { return std::exchange(missing_, {}); }

Status BlockStore::take_failure() {
  const std::optional<Error> failure = std::exchange(failure_, std::nullopt);
  return failure ? Status(*failure) : Status();
}

Status BlockStore::supply(std::string_view name, ByteView file) {
  const auto wanted = wanted_.find(name);
  if (wanted == wanted_.end()) {
    return Error{ErrorKind::kUsage, "no search has asked for this file", std::string(name), ""};
  }
  const Result<ByteView> payload = unseal(name, file);
  if (!payload) return payload.error();
  const auto [kind, ordinal] = wanted->second;
  switch (kind) {
    case Kind::kTerms: return supply_terms(name, ordinal, *payload);
    case Kind::kText: return supply_text(name, ordinal, *payload);
    case Kind::kPositions: break;
  }
  positions_[ordinal] = Bytes(payload->begin(), payload->end());
  return {};
}

Status BlockStore::supply_terms(std::string_view name, std::uint32_t ordinal, ByteView payload) {
  Result<TermBlock> block = TermBlock::decode(name, payload, root_.space);
  if (!block) return block.error();
  terms_[ordinal] = std::make_unique<TermBlock>(std::move(*block));
  return {};
}

Status BlockStore::supply_text(std::string_view name, std::uint32_t ordinal, ByteView payload) {
  auto text = std::make_unique<LoadedText>();
  text->bytes.assign(payload.begin(), payload.end());
  Result<std::vector<TextPart>> parts = parse_text_block(name, text->bytes);
  if (!parts) return parts.error();
  text->parts = std::move(*parts);
  texts_[ordinal] = std::move(text);
  return {};
}

}  // namespace catchword
