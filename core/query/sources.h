// Sources: what a question reads of a bundle besides the postings of its words.
#pragma once

#include "query/columns.h"
#include "query/position_store.h"
#include "spelling/spelling_lists.h"
#include "search/block_store.h"

namespace catchword {

/// Each notes what it lacks in its store.
struct Sources {
  BlockStore& words;
  Columns& columns;
  PositionStore& positions;
  SpellingLists& spelling;
};

}  // namespace catchword
