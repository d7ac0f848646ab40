// Link texts: what other pages call a page, when they link to it.
#pragma once

#include <vector>

#include "build/document_terms.h"
#include "document/document.h"

namespace catchword {

/// For each document how many others link to it.
std::vector<std::uint32_t> count_linking_pages(const std::vector<Document>& documents);

/// For each document the texts of links that point to it, each text once, the most used first. A
/// text counts for the logarithm of the pages that use it, so that navigation doesn't drown the rest.
std::vector<std::vector<LinkText>> collect_link_texts(const std::vector<Document>& documents);

}  // namespace catchword
