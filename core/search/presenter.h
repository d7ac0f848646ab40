// Presenter: makes a hit into a result, from the one text block that its best passage is in.
#pragma once

#include "search/answer.h"
#include "search/block_store.h"
#include "search/highlighter.h"
#include "search/request.h"
#include "search/scorer.h"

namespace catchword {

/// Fills in the texts of `hit`, as many and as long as `request` wants. When its text block, or what says
/// which it is, isn't there, the result has none and the store knows what is missing. Linear in the block.
void present(BlockStore& store, const Highlighter& highlighter, const Request& request,
             const Hit& hit, SearchResult& result);

}  // namespace catchword
