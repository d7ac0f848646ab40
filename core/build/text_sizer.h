// TextSizer: how large the text blocks of a bundle are.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "build/bundle.h"
#include "build/text_layout.h"
#include "base/result.h"
#include "document/documents.h"

namespace catchword {

/// Cuts and places all documents, `layouts` having one for each. Blocks grow until there are few enough
/// (BuildOptions::many_blocks), or a search would have to load too much of them. If these are still more than a host takes
/// files (max_files), several make one, of at most a mebibyte of text. Some four rounds over the text of documents that are
/// not small, on up to `jobs` threads. `ids`: as hash_ids makes them. Error: kOutput.
Result<TextLayout> lay_out_texts(const Documents& documents, std::span<const std::uint64_t> ids,
                                 const BuildOptions& options, unsigned jobs, std::vector<DocumentLayout>& layouts);

}  // namespace catchword
