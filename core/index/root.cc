// Layout (base/byte_writer.h):
//   "CWR", version
//   varints: documents, documents a chunk of the document map
//   strings: language, Unicode version
//   hash of the directory of columns; string: index/filter_keys.cc
//   term blocks a page of their table, 1 if it has none; the table of the blocks, or of the pages:
//     index/block_table.cc; where it has pages, number of term blocks
//   number of spelling directories, 0 or 1, and its hash
//   position directory: hash of five bytes
//   number of text groups; string: a map of their ends; per group: hash of five bytes; text blocks a file
//   number of primers, 0 or 1; hash of five bytes
//   if the document map is one chunk: its places as a string and, where a text file has several blocks, their extents;
//     else, as a string, a map of the groups in which the chunks
//     begin; per chunk: hash of five bytes

#include "index/root.h"

#include <algorithm>

#include "base/byte_reader.h"
#include "base/byte_writer.h"
#include "codec/number_model.h"
#include "index/document_map.h"
#include "index/limits.h"

namespace catchword {
namespace {

constexpr std::string_view kMagic = "CWR";

// How many runs of `size` things `count` of them are.
std::uint32_t runs_of(std::uint32_t size, std::uint32_t count) { return count / size + (count % size != 0 ? 1 : 0); }

void write_map(ByteWriter& writer, std::span<const TextPlace> places) {
  writer.string(as_text(encode_document_map(places, 0)));
}

// The places of `count` things in what is numbered up to `end`.
void read_map(ByteReader& reader, std::uint32_t count, std::uint32_t end, std::vector<TextPlace>& places) {
  if (!decode_document_map({}, as_bytes(reader.string()), count, 0, end, places)) reader.fail();
}

// Of text blocks one behind the other: how many bytes are before the first in its file, how many blocks, and their sizes.
Bytes encode_extents(std::span<const TextExtent> extents) {
  RangeEncoder coder;
  NumberModel numbers;
  NumberModel sizes;
  numbers.code(coder, extents.empty() ? 0 : extents.front().begin);
  numbers.code(coder, static_cast<std::uint32_t>(extents.size()));
  for (const TextExtent& extent : extents) sizes.code(coder, extent.size);
  return coder.finish();
}

// Of the blocks from `block` on. False where they are not as others told before, or more than there are.
bool decode_extents(ByteView payload, const Root& root, BlockOrdinal block, std::vector<TextExtent>& extents) {
  if (extents.empty()) extents = std::vector<TextExtent>(root.text_blocks());
  RangeDecoder coder(payload);
  NumberModel numbers;
  NumberModel sizes;
  TextExtent extent{numbers.code(coder, 0), 0};
  const std::uint32_t count = numbers.code(coder, 0);
  if (count > extents.size() - block) return false;
  std::uint32_t group = 0;
  for (const BlockOrdinal end = block + count; block < end && coder.ok(); ++block) {
    while (root.group_ends[group].block <= block) ++group;
    const bool begins_file = (block - root.begin_of(group)) % root.blocks_per_file == 0;
    extent.begin = begins_file ? 0 : extent.begin + extent.size;
    extent.size = sizes.code(coder, 0);
    if (extents[block].size != 0 && extents[block] != extent) return false;
    extents[block] = extent;
  }
  return coder.ok();
}

bool in_range(const Root& root) {
  return root.documents_per_chunk > 0 && root.blocks_per_page > 0 && !root.text_groups.empty() &&
         root.blocks_per_file > 0 &&
         runs_of(root.blocks_per_page, root.term_blocks) == root.terms.size() &&
         ((root.document_count | root.term_blocks) >> kDocumentBits) == 0;
}

std::uint32_t chunk_count(const Root& root) {
  return runs_of(root.documents_per_chunk, root.document_count);
}

bool has_chunks(const Root& root) { return root.document_count > root.documents_per_chunk; }

}  // namespace

std::uint32_t Root::group_of(BlockOrdinal block) const {
  std::uint32_t group = 0;
  while (group_ends[group].block <= block) ++group;
  return group;
}

std::string Root::text_name(BlockOrdinal block, const TextExtent& extent) const {
  const std::uint32_t group = group_of(block);
  const std::uint32_t file = (block - begin_of(group)) / blocks_per_file;
  std::string name = catchword::text_name(text_groups[group], file);
  if (blocks_per_file == 1) return name;
  return part_name(name, extent);
}

Bytes encode_map_chunk(const Root& root, std::uint32_t group, std::span<const TextPlace> places,
                       std::span<const TextExtent> extents) {
  const Bytes map = encode_document_map(places, root.begin_of(group));
  if (root.blocks_per_file == 1) return map;
  ByteWriter writer;
  writer.string(as_text(map));
  writer.append(encode_extents(extents));
  return writer.take();
}

Status parse_map_chunk(std::string_view name, ByteView payload, const Root& root, std::size_t chunk,
                       std::vector<TextPlace>& places, std::vector<TextExtent>& extents) {
  const auto first = static_cast<DocId>(chunk * root.documents_per_chunk);
  ByteReader reader(payload);
  const ByteView map = root.blocks_per_file == 1 ? payload : as_bytes(reader.string());
  Status decoded = decode_document_map(name, map, std::min(root.documents_per_chunk, root.document_count - first),
                                       root.chunk_begin(chunk), root.text_blocks(), places);
  if (!decoded || root.blocks_per_file == 1) return decoded;
  const bool is_read = decode_extents(reader.take(reader.remaining()), root, places[0].block, extents);
  return is_read ? Status() : broken(name);
}

Bytes encode_root(const Root& root) {
  ByteWriter writer;
  writer.append(as_bytes(kMagic));
  writer.u8(kFormatVersion);
  writer.varint(root.document_count);
  writer.varint(root.documents_per_chunk);
  writer.string(root.languages);
  writer.string(root.unicode_version);
  writer.append(root.columns);
  writer.string(root.filter_keys);
  writer.varint(root.blocks_per_page);
  write_block_table(writer, root.terms);
  if (root.blocks_per_page != 1) writer.varint(root.term_blocks);
  write_optional(writer, root.spelling);
  writer.append(root.position_directory);
  writer.varint(static_cast<std::uint32_t>(root.text_groups.size()));
  write_map(writer, root.group_ends);
  for (const ContentHash& hash : root.text_groups) writer.append(hash);
  writer.varint(root.blocks_per_file);
  write_optional(writer, root.primer);
  if (has_chunks(root)) {
    write_map(writer, root.chunk_groups);
    for (const ContentHash& hash : root.map_chunks) writer.append(hash);
  } else {
    write_map(writer, root.places);
    if (root.blocks_per_file != 1) writer.string(as_text(encode_extents(root.extents)));
  }
  return writer.take();
}

Bytes encode_term_page(const BlockTable& page) {
  ByteWriter writer;
  write_block_table(writer, page);
  return writer.take();
}

Status parse_term_page(std::string_view name, ByteView payload, const Root& root, std::size_t page,
                       BlockTable& table) {
  ByteReader reader(payload);
  read_block_table(reader, table);
  const std::size_t left = root.term_blocks - page * root.blocks_per_page;
  if (reader.ok() && reader.remaining() == 0 && table.size() == std::min<std::size_t>(left, root.blocks_per_page)) {
    return {};
  }
  table.hashes.clear();
  return broken(name);
}

Status parse_root(std::string_view name, ByteView payload, Root& root) {
  ByteReader reader(payload);
  if (as_text(reader.take(kMagic.size())) != kMagic) return broken(name);
  const std::uint8_t version = reader.u8();
  if (version != kFormatVersion) {
    Error error = damaged(name, "the bundle has another format version");
    error.kind = ErrorKind::kUnsupported;
    return error;
  }
  root.document_count = reader.varint();
  root.documents_per_chunk = reader.varint();
  root.languages = reader.string();
  root.unicode_version = reader.string();
  root.columns = read_hash(reader);
  root.filter_keys = reader.string();
  root.blocks_per_page = reader.varint();
  read_block_table(reader, root.terms);
  root.term_blocks = root.blocks_per_page == 1 ? static_cast<std::uint32_t>(root.terms.size()) : reader.varint();
  root.spelling = read_optional(reader);
  root.position_directory = read_hash(reader);
  const std::uint32_t groups = reader.count(kHashBytes);
  read_map(reader, groups, 1u << kDocumentBits, root.group_ends);
  read_hashes(reader, root.text_groups, groups);
  root.blocks_per_file = reader.varint();
  root.primer = read_optional(reader);
  if (!reader.ok() || !in_range(root)) return broken(name);
  if (has_chunks(root)) {
    const std::uint32_t chunks = reader.count_of(chunk_count(root), kHashBytes);
    read_map(reader, chunks, groups, root.chunk_groups);
    read_hashes(reader, root.map_chunks, chunks);
  } else {
    read_map(reader, root.document_count, root.text_blocks(), root.places);
    if (root.blocks_per_file != 1 && !decode_extents(as_bytes(reader.string()), root, 0, root.extents)) reader.fail();
  }
  return reader.ok() && reader.remaining() == 0 ? Status() : broken(name);
}

}  // namespace catchword
