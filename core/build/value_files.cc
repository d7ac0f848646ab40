#include "build/value_files.h"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <string>

namespace catchword {

std::vector<std::vector<DocId>> documents_by_value(const ColumnValues& column) {
  std::vector<std::vector<DocId>> lists(column.values.size());
  for (DocId document = 0; document < column.documents.size(); ++document) {
    for (const ValueOrdinal value : column.documents.of(document)) lists[value].push_back(document);
  }
  return lists;
}

std::vector<DocId> merged(std::span<const std::vector<DocId>> lists) {
  std::vector<DocId> all;
  for (const std::vector<DocId>& list : lists) all.insert(all.end(), list.begin(), list.end());
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

std::size_t list_bits(std::size_t listed, std::size_t documents) {
  return 8 + listed * (1 + static_cast<std::size_t>(std::bit_width(documents / listed)));
}

std::vector<BundleFile> value_files(const ContentHash& hash, const std::vector<Bytes>& payloads) {
  std::vector<BundleFile> files;
  for (const Bytes& payload : payloads) {
    const std::string name = value_file_name(hash, static_cast<std::uint32_t>(files.size()));
    files.push_back({name, seal(name, payload)});
  }
  return files;
}

}  // namespace catchword
