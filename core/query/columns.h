// Columns: what a bundle knows of its documents' metadata, read as far as it is asked for.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "index/column_chunk.h"
#include "index/column_directory.h"
#include "index/document_set.h"
#include "index/filter_keys.h"
#include "index/root.h"
#include "index/value_names.h"
#include "query/scales.h"
#include "spelling/file_store.h"

namespace catchword {

/// Some neighbouring values of a key.
struct ValueRange {
  ValueOrdinal begin = 0;
  ValueOrdinal end = 0;
};

/// One end of a range of values.
struct ValueBound {
  std::string_view value;
  bool included = true;  ///< with all that it covers (index/column_value.h): "2002" all of that year
};

/// An end that is left out is open.
struct ValueBounds {
  std::optional<ValueBound> from;
  std::optional<ValueBound> to;
};

/// One key's blocks. Whatever isn't there is noted as missing in the store; what was returned meanwhile
/// says nothing. A key of a damaged block answers so, too, and the error is kept in `failure`.
class Column {
 public:
  Column(ColumnKey key, FileStore& files, std::uint32_t documents, Status& failure);

  [[nodiscard]] const ColumnKey& key() const { return key_; }

  /// Adds the documents that have a value between `bounds` to `found`. Costs the whole column: texts are seldom asked
  /// for by ranges. REQUIRES: key().filter, a key of texts.
  void find(const ValueBounds& bounds, DocumentSet& found);

  /// The value's name; null where it isn't there. REQUIRES: key().filter.
  const ValueName* name(ValueOrdinal value);

  /// The first value whose order key is not before `order_key`. REQUIRES: key().filter.
  ValueOrdinal lower_bound(std::string_view order_key);

  /// Calls `visit(document, ordinals)` for each of `documents` that has values, ascending. Reads the chunks that
  /// have one of them.
  template <class Visit>
  void for_each(const DocumentSet& documents, Visit visit) {
    if (index() == nullptr) return;
    for (std::size_t i = 0; i < index_->chunks.size(); ++i) {
      const ColumnRun& run = index_->chunks[i];
      const ColumnChunk* chunk = nullptr;
      documents.for_each(run.begin, run.begin + run.size, [&](DocId document) {
        if (chunk == nullptr) chunk = this->chunk(i);
        if (chunk == nullptr) return;
        const auto values = chunk->of(document - run.begin);
        if (!values.empty()) visit(document, values);
      });
    }
  }

 private:
  const ColumnIndex* index();
  const std::vector<ValueName>* names(std::size_t run);
  const ColumnChunk* chunk(std::size_t run);

  struct Payload {
    std::string name;  ///< of the file that it lies in
    ByteView bytes;
  };
  std::optional<Payload> payload(const ColumnBlock& block);
  void fail(const Error& error);

  ColumnKey key_;
  FileStore& files_;
  std::uint32_t documents_;
  Status& failure_;
  std::optional<ColumnIndex> index_;
  std::vector<std::vector<ValueName>> names_;           // of each run; empty when not there
  std::vector<std::optional<ColumnChunk>> chunks_;      // of each run
};

/// All keys of a bundle. Whatever isn't there is noted as missing in the store, as a Column's is.
class Columns {
 public:
  Columns(const Root& root, FileStore& files);

  /// Those that readers may narrow by. Known without any file.
  [[nodiscard]] const std::vector<FilterKey>& filter_keys() const { return filters_.keys; }

  /// That of this name; null when there is none.
  [[nodiscard]] const FilterKey* filter_key(std::string_view name) const;

  /// Adds the documents that have `value` under `key`, one of filter_keys(), to `found`. Of texts, as it is written; if
  /// no document has it so, in another case or with other accents: costs one file. Of numbers, what is of that size; of
  /// dates all that it covers: costs a range, or one file where the bundle lists its period (index/period.h).
  void find(const FilterKey& key, std::string_view value, DocumentSet& found);

  /// Adds the documents that have a value between `bounds`. Of numbers and dates it costs few lists (query/range_plan.h)
  /// and, where there are many values, a file that says which; a range of a few listed periods their lists; of texts the
  /// column.
  void find(const FilterKey& key, const ValueBounds& bounds, DocumentSet& found);

  /// Those that readers may narrow or order by, ascending; null where the directory isn't there.
  std::deque<Column>* all();

  /// The key of this name; null when there is none, or the directory isn't there.
  Column* find(std::string_view name);

  /// The error of a damaged block, once.
  [[nodiscard]] Status take_failure();

 private:
  void find_listed(const FilterKey& key, std::string_view value, DocumentSet& found);

  const Root& root_;
  FileStore& files_;
  Status failure_;
  FilterKeys filters_;
  bool open_ = false;
  std::deque<Column> columns_;
  Scales scales_;
};

}  // namespace catchword
