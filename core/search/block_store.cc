#include "search/block_store.h"

#include <algorithm>
#include <utility>

#include "index/document_map.h"

namespace catchword {
namespace {

bool contains(const std::vector<std::uint32_t>& files, std::uint32_t file) {
  return std::find(files.begin(), files.end(), file) != files.end();
}

}  // namespace

BlockStore::BlockStore(Root root)
    : root_(std::move(root)), terms_(root_.term_blocks.size()), texts_(root_.text_blocks),
      map_chunks_(root_.map_chunks.size()) {}

const TermBlock* BlockStore::terms(std::size_t block) {
  const TermBlock* terms = terms_[block].terms.get();
  if (terms == nullptr) note(file_of(kTerms, block));
  return terms;
}

const PositionList* BlockStore::positions(std::size_t block, std::size_t entry) {
  for (const DecodedPositions& decoded : position_lists_) {
    if (decoded.block == block && decoded.entry == entry) return &decoded.list;
  }
  const TermBlock* terms = this->terms(block);
  const Bytes* payload = terms_[block].positions.get();
  const FileId file = file_of(kPositions, block);
  if (payload == nullptr) note(file);
  if (payload == nullptr || terms == nullptr) return nullptr;
  Result<PositionList> list = decode_positions(name_of(file), *payload, *terms, entry);
  if (!list) {
    failure_ = list.error();
    return nullptr;
  }
  position_lists_.push_front({block, entry, std::move(*list)});
  return &position_lists_.front().list;
}

const LoadedText* BlockStore::text(BlockOrdinal block) {
  const LoadedText* text = texts_[block].get();
  if (text == nullptr) note(file_of(kText, block));
  return text;
}

const TextPlace* BlockStore::place(DocId document) {
  if (!root_.places.empty()) return &root_.places[document];
  const std::size_t chunk = document / root_.documents_per_chunk;
  const std::vector<TextPlace>& places = map_chunks_[chunk];
  if (!places.empty()) return &places[document % root_.documents_per_chunk];
  note(file_of(kMap, chunk));
  return nullptr;
}

BlockStore::FileId BlockStore::file_of(Kind kind, std::size_t ordinal) {
  return static_cast<FileId>(ordinal * kKinds + kind);
}

std::string BlockStore::name_of(FileId file) const {
  const std::uint32_t ordinal = file / kKinds;
  if (file % kKinds == kText) return root_.text_name(ordinal);
  if (file % kKinds == kMap) return map_name(root_.map_chunks[ordinal]);
  const ContentHash& hash = root_.term_blocks[ordinal];
  return file % kKinds == kTerms ? term_name(hash) : position_name(hash);
}

void BlockStore::note(FileId file) {
  if (!contains(missing_, file)) missing_.push_back(file);
  if (!contains(wanted_, file)) wanted_.push_back(file);
}

std::vector<std::string> BlockStore::take_missing() {
  std::vector<std::string> names;
  for (const FileId file : missing_) names.push_back(name_of(file));
  missing_.clear();
  return names;
}

Status BlockStore::take_failure() { return std::exchange(failure_, {}); }

Status BlockStore::supply(std::string_view name, ByteView file) {
  const auto wanted = std::find_if(wanted_.rbegin(), wanted_.rend(),
                                   [&](FileId known) { return name_of(known) == name; });
  if (wanted == wanted_.rend()) {
    return Error{ErrorKind::kUsage, "no search has asked for this file", std::string(name), ""};
  }
  const Result<ByteView> payload = unseal(name, file);
  if (!payload) return payload.error();
  const std::uint32_t ordinal = *wanted / kKinds;
  if (*wanted % kKinds == kTerms) return supply_terms(name, ordinal, *payload);
  if (*wanted % kKinds == kText) return supply_text(name, ordinal, *payload);
  if (*wanted % kKinds == kMap) return supply_map(name, ordinal, *payload);
  terms_[ordinal].positions = std::make_unique<Bytes>(payload->begin(), payload->end());
  return {};
}

Status BlockStore::supply_terms(std::string_view name, std::size_t ordinal, ByteView payload) {
  Result<TermBlock> block = TermBlock::decode(name, payload, root_.document_count);
  if (!block) return block.error();
  terms_[ordinal].terms = std::make_unique<TermBlock>(std::move(*block));
  return {};
}

Status BlockStore::supply_text(std::string_view name, std::size_t ordinal, ByteView payload) {
  auto text = std::make_unique<LoadedText>();
  text->bytes = Bytes(payload.begin(), payload.end());
  Result<std::vector<TextPart>> parts = parse_text_block(name, text->bytes);
  if (!parts) return parts.error();
  text->parts = std::move(*parts);
  texts_[ordinal] = std::move(text);
  return {};
}

Status BlockStore::supply_map(std::string_view name, std::size_t ordinal, ByteView payload) {
  const auto first = static_cast<DocId>(ordinal * root_.documents_per_chunk);
  Result<std::vector<TextPlace>> places = decode_document_map(
      name, payload, std::min(root_.documents_per_chunk, root_.document_count - first),
      root_.text_blocks);
  if (!places) return places.error();
  map_chunks_[ordinal] = std::move(*places);
  return {};
}

}  // namespace catchword
