#include "cli/whole_columns.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "index/block_file.h"

namespace catchword {
namespace {

/// Reads one key's blocks.
class ColumnReader {
 public:
  ColumnReader(const Root& root, const ColumnSource& source, const std::string& directory)
      : root_(root), source_(source), directory_(directory) {}

  std::optional<WholeColumn> read(ColumnKey key) {
    column_.key = std::move(key);
    const auto index = decoded(column_.key.index, [&](const std::string& name, ByteView payload) {
      return parse_column_index(name, payload, column_.key, root_.document_count);
    });
    if (!index) return std::nullopt;
    for (const NameRun& run : index->names) read_names(run);
    for (const ColumnRun& run : index->chunks) read_chunk(run);
    if (whole_) check_names(*index);
    return whole_ ? std::optional(std::move(column_)) : std::nullopt;
  }

 private:
  void fault(const std::string& name, const Error& error) {
    whole_ = false;
    source_.fault(name, error);
  }

  // What `decode(name, payload)` makes of a block; nothing after a fault.
  template <class Decode>
  auto decoded(const ColumnBlock& block, Decode decode)
      -> std::optional<std::decay_t<decltype(*decode(std::string(), ByteView()))>> {
    const std::string name = block.is_file ? column_name(block.hash) : directory_;
    const Result<Bytes> payload = block.is_file ? source_.payload_of(name) : block.payload;
    if (!payload) return fault(name, payload.error()), std::nullopt;
    auto result = decode(name, ByteView(*payload));
    if (!result) return fault(name, result.error()), std::nullopt;
    return std::move(*result);
  }

  void read_names(const NameRun& run) {
    const auto names = decoded(run.block, [&](const std::string& name, ByteView payload) {
      return decode_value_names(name, payload, run.size);
    });
    if (names) column_.names.insert(column_.names.end(), names->begin(), names->end());
  }

  void read_chunk(const ColumnRun& run) {
    const auto chunk = decoded(run.block, [&](const std::string& name, ByteView payload) {
      column_.chunk_bytes += payload.size();
      return decode_column_chunk(name, payload, run.size, column_.key.values);
    });
    for (std::size_t i = 0; chunk && i < chunk->size(); ++i) column_.documents.add(chunk->of(i));
  }

  // Names are in order and separated, and each counts its documents.
  void check_names(const ColumnIndex& index) {
    std::vector<std::uint32_t> counts(column_.key.values);
    for (const ValueOrdinal value : column_.documents.ordinals) ++counts[value];
    for (const NameRun& run : index.names) {
      std::string before = run.separator;
      for (std::uint32_t i = run.begin; i < run.begin + run.size; ++i) {
        std::string key = order_key(column_.key.type, column_.names[i].value);
        if (key < before || column_.names[i].documents != counts[i]) {
          return fault(name_of(run.block), damaged(name_of(run.block), "its values are not the column's"));
        }
        before = std::move(key);
      }
    }
  }

  [[nodiscard]] std::string name_of(const ColumnBlock& block) const {
    return block.is_file ? column_name(block.hash) : directory_;
  }

  const Root& root_;
  const ColumnSource& source_;
  const std::string& directory_;
  WholeColumn column_;
  bool whole_ = true;
};

}  // namespace

std::vector<WholeColumn> read_columns(const Root& root, const ColumnSource& source) {
  std::vector<WholeColumn> columns;
  const std::string name = column_directory_name(root.columns);
  const Result<Bytes> payload = source.payload_of(name);
  if (!payload) return source.fault(name, payload.error()), columns;
  Result<std::vector<ColumnKey>> keys = parse_column_directory(name, *payload);
  if (!keys) return source.fault(name, keys.error()), columns;
  for (ColumnKey& key : *keys) {
    std::optional<WholeColumn> column = ColumnReader(root, source, name).read(std::move(key));
    if (column) columns.push_back(std::move(*column));
  }
  return columns;
}

const WholeColumn* column_of(const std::vector<WholeColumn>& columns, std::string_view key) {
  const auto found = std::find_if(columns.begin(), columns.end(),
                                  [key](const WholeColumn& column) { return column.key.name == key; });
  return found == columns.end() ? nullptr : &*found;
}

}  // namespace catchword
