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
    : root_(std::move(root)), terms_(root_.terms.hashes.size()), texts_(root_.text_blocks),
      map_chunks_(root_.map_chunks.size()) {
  if (!root_.primer) text_decoder_ = std::make_unique<TextDecoder>();
}

const TermBlock* BlockStore::terms(std::size_t block) {
  const TermBlock* terms = terms_[block].get();
  if (terms == nullptr) note(file_of(kTerms, block));
  return terms;
}

const PositionDirectory* BlockStore::position_directory() {
  if (position_directory_ == nullptr) note(file_of(kPositionDirectory, 0));
  return position_directory_.get();
}

const PositionList* BlockStore::positions(std::size_t block, std::size_t entry) {
  for (const DecodedPositions& decoded : position_lists_) {
    if (decoded.block == block && decoded.entry == entry) return &decoded.list;
  }
  PositionList list;
  if (!decode(block, entry, list)) return nullptr;
  position_lists_.push_front({block, entry, std::move(list)});
  return &position_lists_.front().list;
}

// Appends the positions of an entry; false when a file that has some is missing or damaged.
bool BlockStore::decode(std::size_t block, std::size_t entry, PositionList& list) {
  const TermBlock* terms = this->terms(block);
  const PositionDirectory* directory = position_directory();
  if (terms == nullptr || directory == nullptr) return false;
  bool whole = true;
  for (std::size_t i = directory->starts[block]; i < directory->starts[block + 1]; ++i) {
    const PostingRun run = directory->run_of(block, i);
    if (terms->postings(terms->entries()[entry], run).empty()) continue;
    const FileId file = position_file(i);
    const Bytes* payload = positions_[file / kKinds].get();
    if (payload == nullptr) note(file);
    whole = whole && payload != nullptr;
    if (!whole) continue;
    const Status decoded =
        decode_positions(name_of(file), *payload, *terms, run, entry, entry + 1, list);
    if (!decoded) failure_ = decoded;
    whole = decoded.ok();
  }
  return whole;
}

// Files of the same content have one name; the first of these is loaded for all.
BlockStore::FileId BlockStore::position_file(std::size_t file) const {
  const auto& files = position_directory_->files;
  const auto same = std::find_if(files.begin(), files.end(), [&](const auto& other) {
    return other.hash == files[file].hash;
  });
  return file_of(kPositions, static_cast<std::size_t>(same - files.begin()));
}

const LoadedText* BlockStore::text(BlockOrdinal block) {
  LoadedText* text = texts_[block].get();
  const FileId file = file_of(kText, block);
  if (text == nullptr) note(file);
  const TextDecoder* decoder = text_decoder();
  if (text == nullptr || decoder == nullptr) return nullptr;
  if (text->payload.empty()) return text;
  failure_ = decode_text(name_of(file), *decoder, *text);
  return failure_ ? text : nullptr;
}

const TextDecoder* BlockStore::text_decoder() {
  if (text_decoder_ == nullptr) note(file_of(kPrimer, 0));
  return text_decoder_.get();
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
  if (file % kKinds == kPrimer) return primer_name(*root_.primer);
  if (file % kKinds == kMap) return map_name(root_.map_chunks[ordinal]);
  if (file % kKinds == kTerms) return term_name(root_.terms.hashes[ordinal]);
  if (file % kKinds == kPositions) return position_name(position_directory_->files[ordinal].hash);
  return position_directory_name(root_.position_directory);
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
  if (*wanted % kKinds == kMap) return supply_map(name, ordinal, *payload);
  if (*wanted % kKinds == kPrimer) return supply_primer(name, *payload);
  if (*wanted % kKinds == kPositionDirectory) return supply_position_directory(name, *payload);
  Bytes bytes(payload->begin(), payload->end());
  if (*wanted % kKinds == kPositions) {
    positions_[ordinal] = std::make_unique<Bytes>(std::move(bytes));
    return {};
  }
  if (bytes.empty()) return damaged(name, "it has no text");
  texts_[ordinal] = std::make_unique<LoadedText>();
  texts_[ordinal]->payload = std::move(bytes);
  return {};
}

Status BlockStore::supply_position_directory(std::string_view name, ByteView payload) {
  if (position_directory_ != nullptr) return {};
  Result<PositionDirectory> directory =
      parse_position_directory(name, payload, root_.terms.hashes.size());
  if (!directory) return directory.error();
  positions_ = std::vector<std::unique_ptr<Bytes>>(directory->files.size());
  position_directory_ = std::make_unique<PositionDirectory>(std::move(*directory));
  return {};
}

Status BlockStore::supply_terms(std::string_view name, std::size_t ordinal, ByteView payload) {
  Result<TermBlock> block = TermBlock::decode(name, payload, root_.document_count);
  if (!block) return block.error();
  terms_[ordinal] = std::make_unique<TermBlock>(std::move(*block));
  return {};
}

Status BlockStore::supply_primer(std::string_view name, ByteView payload) {
  auto decoder = std::make_unique<TextDecoder>();
  const Status primed = decoder->prime(name, payload);
  if (primed) text_decoder_ = std::move(decoder);
  return primed;
}

Status BlockStore::decode_text(std::string_view name, const TextDecoder& decoder, LoadedText& text) {
  Result<std::string> content = decoder.decode(name, text.payload);
  if (!content) return content.error();
  text.text = std::move(*content);
  Result<std::vector<TextPart>> parts = parse_text_block(name, as_bytes(text.text));
  if (!parts) return parts.error();
  text.parts = std::move(*parts);
  text.payload.clear();
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
