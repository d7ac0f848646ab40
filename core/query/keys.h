// Keys of a query: what stands behind key:, once it is known which keys there are.
//
// A key's words are conditions like any other (leaf_match.h). Where its values are what is meant, of dates
// and numbers, of ranges, and of keys whose words are not in the dictionary, the columns answer.
#pragma once

#include <cstdint>

#include "query/columns.h"
#include "query/document_list.h"
#include "query/expression.h"
#include "search/block_store.h"

namespace catchword {

/// Makes conditions on values of what is typed under such keys, and words of what is typed under keys
/// that no document has: what can't be meant is read as words. Where a block is missing, its store
/// knows so, and what is made meanwhile says nothing.
void read_keys(BlockStore& store, Columns& columns, Expression& expression);

/// The documents that a kValue or kRange is true of, in a bundle of so many: those that the same filter
/// (document_filter.h) lets through. Where a block is missing, its store knows so.
DocumentList documents_with(Columns& columns, const Expression& condition, std::uint32_t documents);

}  // namespace catchword
