// Link texts: what other pages call a page, when they link to it.
#pragma once

#include <cstdint>
#include <vector>

#include "build/document_terms.h"
#include "base/result.h"
#include "document/documents.h"

namespace catchword {

/// For each document how many others link to it. `ids`: as hash_ids makes them. Error: kOutput.
Result<std::vector<std::uint32_t>> count_linking_pages(const Documents& documents, const std::vector<std::uint64_t>& ids);

/// For each document the texts of links that point to it, each text once, the most used first. A
/// text counts for the logarithm of the pages that use it, so that navigation doesn't drown the rest. Error: kOutput.
Result<std::vector<std::vector<LinkText>>> collect_link_texts(const Documents& documents,
                                                              const std::vector<std::uint64_t>& ids);

}  // namespace catchword
