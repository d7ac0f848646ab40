#include "search/block_store.h"

#include <algorithm>
#include <utility>

#include "search/misuse.h"

namespace catchword {
namespace {

void add(std::vector<std::uint32_t>& files, std::uint32_t file) {
  if (std::find(files.begin(), files.end(), file) == files.end()) files.push_back(file);
}

}  // namespace

Status BlockStore::open(std::string_view name, ByteView file) {
  const Result<ByteView> payload = unseal(name, file);
  if (!payload) return payload.error();
  const Status parsed = parse_root(name, *payload, root_);
  if (!parsed) return parsed;
  pages_ = std::vector<BlockTable>(root_.terms.size());
  terms_ = std::vector<std::unique_ptr<TermBlock>>(root_.term_blocks + pages_.size());
  texts_ = std::vector<std::unique_ptr<LoadedText>>(root_.text_blocks());
  map_chunks_ = std::vector<std::vector<TextPlace>>(root_.map_chunks.size());
  extents_ = std::move(root_.extents);
  if (!root_.primer) text_decoder_ = std::make_unique<TextDecoder>();
  return {};
}

std::size_t BlockStore::block_of(std::string_view key, std::size_t compared) const {
  const std::size_t block = root_.terms.block_of(key, compared);
  if (root_.blocks_per_page == 1) return block;
  const BlockTable& page = pages_[block];
  if (page.empty()) return root_.term_blocks + block;
  return block * root_.blocks_per_page + page.block_of(key, compared);
}

const TermBlock* BlockStore::terms(std::size_t block) {
  const TermBlock* terms = terms_[block].get();
  if (terms == nullptr) note(file_of(kTerms, block));
  return terms;
}

const LoadedText* BlockStore::text(BlockOrdinal block) {
  if (text_decoder() == nullptr) return nullptr;
  const LoadedText* text = texts_[block].get();
  const bool is_told = root_.blocks_per_file == 1 || extents_[block].size != 0;  // unless the bundle is damaged
  if (text == nullptr && is_told) note(file_of(kText, block));
  return text;
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
  if (file % kKinds == kText) return root_.text_name(ordinal, extents_.empty() ? TextExtent() : extents_[ordinal]);
  if (file % kKinds == kPrimer) return primer_name(*root_.primer);
  if (file % kKinds == kMap) return map_name(root_.map_chunks[ordinal]);
  const std::uint32_t size = root_.blocks_per_page;
  if (!knows(ordinal)) return term_name(root_.terms.hashes[ordinal - root_.term_blocks]);
  return term_name(size == 1 ? root_.terms.hashes[ordinal] : pages_[ordinal / size].hashes[ordinal % size]);
}

void BlockStore::note(FileId file) {
  add(missing_, file);
  add(wanted_, file);
}

std::vector<std::string> BlockStore::take_missing() {
  std::vector<std::string> names;
  for (const FileId file : missing_) names.push_back(name_of(file));
  missing_.clear();
  return names;
}

Status BlockStore::supply(std::string_view name, ByteView file) {
  const auto wanted = std::find_if(wanted_.rbegin(), wanted_.rend(),
                                   [&](FileId known) { return name_of(known) == name; });
  if (wanted == wanted_.rend()) {
    return misuse("no search has asked for this file", name);
  }
  const Result<ByteView> payload = unseal(name, file);
  if (!payload) return payload.error();
  const std::uint32_t ordinal = *wanted / kKinds;
  if (*wanted % kKinds == kTerms) return supply_terms(name, ordinal, *payload);
  if (*wanted % kKinds == kMap) return supply_map(name, ordinal, *payload);
  if (*wanted % kKinds == kPrimer) return supply_primer(name, *payload);
  return supply_text(name, ordinal, *payload);
}

Status BlockStore::supply_terms(std::string_view name, std::size_t ordinal, ByteView payload) {
  if (!knows(ordinal)) {
    const std::size_t page = ordinal - root_.term_blocks;
    return parse_term_page(name, payload, root_, page, pages_[page]);
  }
  auto block = std::make_unique<TermBlock>();
  Status decoded = block->decode(name, payload, root_.document_count);
  if (decoded) terms_[ordinal] = std::move(block);
  return decoded;
}

Status BlockStore::supply_primer(std::string_view name, ByteView payload) {
  auto decoder = std::make_unique<TextDecoder>();
  const Status primed = decoder->prime(name, payload);
  if (primed) text_decoder_ = std::move(decoder);
  return primed;
}

Status BlockStore::supply_text(std::string_view name, std::size_t ordinal, ByteView payload) {
  auto text = std::make_unique<LoadedText>();
  Status decoded = text_decoder_->decode(name, payload, text->text);
  if (decoded) decoded = parse_text_block(name, as_bytes(text->text), text->parts);
  if (decoded) texts_[ordinal] = std::move(text);
  return decoded;
}

Status BlockStore::supply_map(std::string_view name, std::size_t ordinal, ByteView payload) {
  std::vector<TextPlace> places;
  Status decoded = parse_map_chunk(name, payload, root_, ordinal, places, extents_);
  if (decoded) map_chunks_[ordinal] = std::move(places);
  return decoded;
}

}  // namespace catchword
