// All of a bundle's lists, a term block after the other, for what looks at each.
#pragma once

#include <functional>

#include "base/result.h"
#include "cli/opened_bundle.h"
#include "index/position_list.h"
#include "index/term_block.h"

namespace catchword {

/// Takes a term block, and the positions of all postings of its words, in their order.
using TermBlockVisitor = std::function<void(const TermBlock& block, const PositionList& positions)>;

/// Calls `visit` with each term block, in their order. Error: kDamaged for a file that is missing or can't be decoded.
Status for_each_term_block(const OpenedBundle& bundle, const TermBlockVisitor& visit);

}  // namespace catchword
