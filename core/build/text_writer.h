// TextWriter: the text blocks of a bundle, deflated and named.
#pragma once

#include <span>
#include <vector>

#include "build/bundle.h"
#include "build/text_layout.h"
#include "document/document.h"
#include "index/block_file.h"

namespace catchword {

struct TextFiles {
  std::vector<BundleFile> files;
  std::vector<ContentHash> groups;  ///< as in Root
};

/// Writes all text blocks on up to `jobs` threads. REQUIRES: `layouts` as lay_out left them.
TextFiles write_texts(std::span<const Document> documents, std::span<const DocumentLayout> layouts,
                      const TextLayout& layout, unsigned jobs);

}  // namespace catchword
