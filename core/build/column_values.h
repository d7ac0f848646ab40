// ColumnValues: the values of one metadata key over all documents, as numbers.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "base/string_list.h"
#include "document/documents.h"
#include "index/column_chunk.h"
#include "index/column_value.h"

namespace catchword {

struct ColumnValues {
  std::string key;
  ColumnType type = ColumnType::kText;
  bool filter = false;
  bool sort = false;
  StringList values;      ///< different ones, in the order of their order keys
  StringList order_keys;  ///< of each
  ColumnChunk documents;  ///< of each document the ordinals of its values

  /// The shortest string that is behind the order key before that of `value` and not behind its own. REQUIRES: value > 0.
  [[nodiscard]] std::string separator_before(std::size_t value) const;
};

/// The keys that readers may narrow or order by, ascending, those without a value left out; and the
/// documents' titles, as the key "title" to order by, unless metadata has such a key. Error: kOutput.
Result<std::vector<ColumnValues>> collect_columns(const Documents& documents, unsigned jobs);

}  // namespace catchword
