#include "cli/whole_lists.h"

#include <string>

#include "index/block_file.h"
#include "index/block_table.h"
#include "index/position_block.h"
#include "index/position_directory.h"

namespace catchword {
namespace {

Result<PositionDirectory> read_position_directory(const OpenedBundle& bundle) {
  const std::string name = position_directory_name(bundle.root.position_directory);
  const Result<Bytes> payload = read_payload(bundle.folder, name);
  if (!payload) return payload.error();
  Result<PositionDirectory> directory =
      parse_position_directory(name, *payload, bundle.root.term_blocks);
  if (!directory) return at_path(bundle.folder, name, directory.error());
  return directory;
}

Status read_positions(const OpenedBundle& bundle, const PositionDirectory& directory, std::size_t ordinal,
                      const TermBlock& block, PositionList& list) {
  for (std::size_t i = directory.starts[ordinal]; i < directory.starts[ordinal + 1]; ++i) {
    const std::string name = position_name(directory.blocks[i].hash);
    const Result<Bytes> payload = read_payload(bundle.folder, name);
    if (!payload) return payload.error();
    const Result<ByteView> own = position_block_in(directory.blocks[i], name, *payload);
    if (!own) return at_path(bundle.folder, name, own.error());
    const Status decoded =
        decode_positions(name, *own, block, directory.run_of(ordinal, i), 0, block.entries().size(), list);
    if (!decoded) return at_path(bundle.folder, name, decoded.error());
  }
  return {};
}

}  // namespace

Status for_each_term_block(const OpenedBundle& bundle, const TermBlockVisitor& visit) {
  const Result<PositionDirectory> directory = read_position_directory(bundle);
  if (!directory) return directory.error();
  const Result<BlockTable> terms = read_term_table(
      bundle.root, [&](const std::string& name) { return read_payload(bundle.folder, name); });
  if (!terms) return terms.error();
  for (std::size_t i = 0; i < terms->size(); ++i) {
    const std::string name = term_name(terms->hashes[i]);
    const Result<Bytes> payload = read_payload(bundle.folder, name);
    if (!payload) return payload.error();
    TermBlock block;
    const Status decoded = block.decode(name, *payload, bundle.root.document_count);
    if (!decoded) return at_path(bundle.folder, name, decoded.error());
    PositionList positions;
    if (const Status read = read_positions(bundle, *directory, i, block, positions); !read) return read;
    visit(block, positions);
  }
  return {};
}

}  // namespace catchword
