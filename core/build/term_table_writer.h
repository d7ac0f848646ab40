// TermTableWriter: the table of term blocks, in the root or in pages of its own.
#pragma once

#include <vector>

#include "build/bundle.h"
#include "build/table_sizes.h"
#include "index/block_table.h"
#include "index/root.h"

namespace catchword {

/// Enters `table` into `root`; what it returns are the pages, none for a table that is short enough.
std::vector<BundleFile> write_term_table(BlockTable table, const TableSizes& sizes, Root& root);

}  // namespace catchword
