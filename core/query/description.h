// Description of a bundle's content for interfaces: how many documents, in which language, and which
// keys readers may narrow and order by.
#pragma once

#include <string>
#include <vector>

#include "index/root.h"
#include "query/columns.h"

namespace catchword {

struct ContentDescription {
  std::vector<std::string> missing;  ///< when not empty, the rest says nothing
  std::uint32_t documents = 0;
  std::vector<std::string> languages;
  std::vector<ColumnKey> keys;       ///< ascending
};

/// What `columns` know; where their directory is missing, its store knows it.
ContentDescription describe(const Root& root, Columns& columns);

/// {"documents", "languages", "keys": [{"key", "type", "facet", "sort", "min"?, "max"?}]}, or {"missing"}.
std::string to_json(const ContentDescription& description);

}  // namespace catchword
