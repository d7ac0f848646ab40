// Documents in which words stand near each other, found by positions.
#pragma once

#include <span>

#include "query/document_list.h"
#include "query/position_store.h"
#include "search/matcher.h"

namespace catchword {

/// The documents in which each of `words` stands at most `distance` words from the one before it in the
/// list, on either side. When the store lacks a position block, it knows so. Linear in the positions.
DocumentList find_near(PositionStore& store, std::span<const WordMatch> words, std::uint32_t distance);

}  // namespace catchword
