// Layout (base/byte_writer.h):
//   "CWR", version
//   varints: documents, text block end, slots a block, blocks a group
//   strings: language, Unicode version
//   number of term blocks; per block: length shared with the separator before, rest as a string,
//   hash of five bytes
//   number of text groups; per group: hash of five bytes

#include "index/root.h"

#include <algorithm>

#include "base/byte_reader.h"
#include "base/byte_writer.h"
#include "index/limits.h"

namespace catchword {
namespace {

constexpr std::string_view kMagic = "CWR";
constexpr std::size_t kHashBytes = std::tuple_size_v<ContentHash>;

void write_separators(ByteWriter& writer, const Root& root) {
  std::string_view before;
  writer.varint(static_cast<std::uint32_t>(root.separators.size()));
  for (std::size_t i = 0; i < root.separators.size(); ++i) {
    const std::string_view separator = root.separators[i];
    const auto [end, unused] =
        std::mismatch(before.begin(), before.begin() + std::min(before.size(), separator.size()),
                      separator.begin());
    const auto shared = static_cast<std::size_t>(end - before.begin());
    writer.varint(static_cast<std::uint32_t>(shared));
    writer.string(separator.substr(shared));
    writer.append(root.term_blocks[i]);
    before = separator;
  }
}

ContentHash read_hash(ByteReader& reader) {
  ContentHash hash{};
  const ByteView bytes = reader.take(kHashBytes);
  std::copy(bytes.begin(), bytes.end(), hash.begin());
  return hash;
}

void read_separators(ByteReader& reader, Root& root) {
  const std::uint32_t count = reader.count(2 + kHashBytes);
  root.separators = std::vector<std::string>(count);
  root.term_blocks = std::vector<ContentHash>(count);
  std::string_view before;
  for (std::uint32_t i = 0; i < count; ++i) {
    const std::uint32_t shared = reader.varint();
    if (shared > before.size()) return reader.fail();
    std::string& separator = root.separators[i];
    separator.append(before.substr(0, shared)).append(reader.string());
    const bool follows = i == 0 ? separator.empty() : separator > before;
    if (!follows || separator.size() > kLongestTerm) return reader.fail();
    root.term_blocks[i] = read_hash(reader);
    before = separator;
  }
}

bool in_range(const Root& root) {
  const std::uint64_t addresses = std::uint64_t{root.space.blocks} * root.space.slots_per_block;
  const std::uint64_t blocks = std::uint64_t{root.text_groups.size()} * root.blocks_per_group;
  return root.space.slots_per_block > 0 && root.blocks_per_group > 0 && (addresses >> kDocumentBits) == 0 &&
         root.space.blocks <= blocks && root.document_count <= addresses;
}

}  // namespace

std::size_t Root::block_of(std::string_view folded) const {
  const auto after = std::upper_bound(separators.begin(), separators.end(), folded);
  return static_cast<std::size_t>(after - separators.begin()) - 1;
}

std::size_t Root::last_block_of(std::string_view prefix) const {
  const auto after = std::partition_point(
      separators.begin(), separators.end(), [prefix](const std::string& separator) {
        return std::string_view(separator).substr(0, prefix.size()) <= prefix;
      });
  return static_cast<std::size_t>(after - separators.begin()) - 1;
}

std::string Root::text_name(BlockOrdinal block) const {
  return catchword::text_name(text_groups[block / blocks_per_group], block % blocks_per_group);
}

Bytes encode_root(const Root& root) {
  ByteWriter writer;
  writer.append(as_bytes(kMagic));
  writer.u8(kFormatVersion);
  for (const std::uint32_t number : {root.document_count, root.space.blocks, root.space.slots_per_block,
                                     root.blocks_per_group}) {
    writer.varint(number);
  }
  writer.string(root.language);
  writer.string(root.unicode_version);
  write_separators(writer, root);
  writer.varint(static_cast<std::uint32_t>(root.text_groups.size()));
  for (const ContentHash& hash : root.text_groups) writer.append(hash);
  return writer.take();
}

Result<Root> parse_root(std::string_view name, ByteView payload) {
  ByteReader reader(payload);
  if (as_text(reader.take(kMagic.size())) != kMagic) return damaged(name, "this is no root");
  const std::uint8_t version = reader.u8();
  if (version != kFormatVersion) {
    return Error{ErrorKind::kUnsupported, "the bundle has another format version",
                 std::string(name), "Build it again with this version of Catchword"};
  }
  Root root;
  root.document_count = reader.varint();
  root.space.blocks = reader.varint();
  root.space.slots_per_block = reader.varint();
  root.blocks_per_group = reader.varint();
  root.language = reader.string();
  root.unicode_version = reader.string();
  read_separators(reader, root);
  root.text_groups = std::vector<ContentHash>(reader.count(kHashBytes));
  for (ContentHash& hash : root.text_groups) hash = read_hash(reader);
  if (!reader.ok() || reader.remaining() != 0 || !in_range(root)) {
    return damaged(name, "its layout is broken");
  }
  return root;
}

}  // namespace catchword
