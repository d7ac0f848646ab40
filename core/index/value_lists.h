// Value lists: for values of a metadata key the documents that have them, so that a filter costs what
// its values' lists take. They lie in value buckets, and in the bands and spans of scales.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "base/result.h"
#include "index/document_set.h"

namespace catchword {

/// The payload. REQUIRES: no list is empty, each ascending and below `documents`.
Bytes encode_value_lists(std::span<const std::vector<DocId>> lists, std::uint32_t documents);

/// Adds the documents of the lists `begin` to `end` - 1 of a block to `found`, whose universe is the
/// bundle's documents. Decodes from the first list on. `name` is for the error.
Status decode_value_lists(std::string_view name, ByteView payload, std::uint32_t begin,
                          std::uint32_t end, DocumentSet& found);

}  // namespace catchword
