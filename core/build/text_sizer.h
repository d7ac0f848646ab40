// TextSizer: how large the text blocks of a bundle are.
#pragma once

#include <vector>

#include "build/bundle.h"
#include "build/text_layout.h"
#include "document/document.h"

namespace catchword {

/// Cuts and places all documents, `layouts` having one for each. Blocks grow until there are few enough
/// (BuildOptions::many_blocks), or a search would have to load too much of them; beyond that only until a host can take
/// them (max_files), or they are a mebibyte. Some four rounds over the text, on up to `jobs`
/// threads.
TextLayout lay_out_texts(const std::vector<Document>& documents, const BuildOptions& options, unsigned jobs,
                         std::vector<DocumentLayout>& layouts);

}  // namespace catchword
