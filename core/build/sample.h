// A sample of a collection: what is learnt of it holds for all.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "document/document.h"

namespace catchword {

/// The numbers of some 64 documents, ascending by the hashes of their ids: the same documents for as long as
/// they are there.
std::vector<std::size_t> sample_documents(std::span<const Document> documents);

}  // namespace catchword
