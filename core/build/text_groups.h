// Text groups: runs of text blocks, whose files have one name and so change together.
#pragma once

#include <span>
#include <vector>

#include "build/text_layout.h"
#include "base/result.h"
#include "document/documents.h"
#include "index/vocabulary.h"

namespace catchword {

/// Cuts all text blocks into groups: as Root::group_ends. The cuts go by the documents' ids, so that a block more moves
/// those next to it and hardly any others. Where files have several blocks, a group has several files. Linear. `documents`
/// are the same as `layouts` were cut from. REQUIRES: `layouts` as lay_out left them, at least one. Error: kOutput.
Result<std::vector<TextPlace>> cut_groups(const Documents& documents, std::span<const DocumentLayout> layouts,
                                          std::uint32_t blocks_per_file);

/// How many files the groups are that end there.
std::size_t count_text_files(std::span<const TextPlace> group_ends, std::uint32_t blocks_per_file);

}  // namespace catchword
