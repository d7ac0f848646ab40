// Layout (varints and length-prefixed strings, base/byte_writer.h):
//   number of parts
//   per part: blocks before, slot, id, url, title
//             number of metadata; per entry: key, number of values, values
//             number of passages; per passage: heading, anchor, text

#include "index/text_block.h"

#include "base/byte_reader.h"
#include "base/byte_writer.h"
#include "index/block_file.h"

namespace catchword {
namespace {

void write_metadata(ByteWriter& writer, const std::vector<TextMetadata>& metadata) {
  writer.varint(static_cast<std::uint32_t>(metadata.size()));
  for (const TextMetadata& entry : metadata) {
    writer.string(entry.key);
    writer.varint(static_cast<std::uint32_t>(entry.values.size()));
    for (const std::string_view value : entry.values) writer.string(value);
  }
}

void write_part(ByteWriter& writer, const TextPart& part) {
  writer.varint(part.blocks_before);
  writer.varint(part.slot);
  for (const std::string_view text : {part.id, part.url, part.title}) writer.string(text);
  write_metadata(writer, part.metadata);
  writer.varint(static_cast<std::uint32_t>(part.passages.size()));
  for (const TextPassage& passage : part.passages) {
    for (const auto text : {passage.heading, passage.anchor, passage.text}) writer.string(text);
  }
}

void read_metadata(ByteReader& reader, TextMetadata& metadata) {
  metadata.key = reader.string();
  metadata.values = std::vector<std::string_view>(reader.count());
  for (std::string_view& value : metadata.values) value = reader.string();
}

void read_passage(ByteReader& reader, TextPassage& passage) {
  passage.heading = reader.string();
  passage.anchor = reader.string();
  passage.text = reader.string();
}

void read_part(ByteReader& reader, TextPart& part) {
  part.blocks_before = reader.varint();
  part.slot = reader.varint();
  part.id = reader.string();
  part.url = reader.string();
  part.title = reader.string();
  part.metadata = std::vector<TextMetadata>(reader.count(2));
  for (TextMetadata& metadata : part.metadata) read_metadata(reader, metadata);
  part.passages = std::vector<TextPassage>(reader.count(3));
  for (TextPassage& passage : part.passages) read_passage(reader, passage);
}

}  // namespace

Bytes encode_text_block(std::span<const TextPart> parts) {
  ByteWriter writer;
  writer.varint(static_cast<std::uint32_t>(parts.size()));
  for (const TextPart& part : parts) write_part(writer, part);
  return writer.take();
}

Status parse_text_block(std::string_view name, ByteView content, std::vector<TextPart>& parts) {
  ByteReader reader(content);
  constexpr std::size_t kSmallestPart = 7;
  parts = std::vector<TextPart>(reader.count(kSmallestPart));
  for (TextPart& part : parts) read_part(reader, part);
  if (!reader.ok() || reader.remaining() != 0) return broken(name);
  return {};
}

}  // namespace catchword
