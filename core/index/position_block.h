// Position blocks: where in its documents each term of one term block stands, for a run of the block's
// postings. Files of their own, fetched only for phrases.
#pragma once

#include <span>
#include <string_view>

#include "base/bytes.h"
#include "base/result.h"
#include "index/position_list.h"
#include "index/term_block.h"
#include "index/vocabulary.h"

namespace catchword {

/// The payload of the position block of a run of a term block's postings: those of `terms`, in the
/// block's order, completions left out. A posting may have no position (link text has none).
Bytes encode_position_block(std::span<const TermPositions> terms);

/// Appends to `list` what the block of the postings `run` has of the terms `terms.entries()[begin, end)`;
/// nothing for completions. Decodes what stands before them in the block too.
Status decode_positions(std::string_view name, ByteView payload, const TermBlock& terms,
                        PostingRun run, std::size_t begin, std::size_t end, PositionList& list);

}  // namespace catchword
