// MapWriter: the document map of a bundle, in the root or in files of its own.
#pragma once

#include <span>
#include <vector>

#include "build/bundle.h"
#include "build/text_layout.h"
#include "index/root.h"

namespace catchword {

/// Enters the map of `layouts` into `root`; what it returns are the files that the root then names: none
/// for a collection small enough, and at most `most_files`. `extents`: of all text blocks. REQUIRES: `layouts` as lay_out
/// left them; `root` has its text groups' ends and blocks_per_file.
std::vector<BundleFile> write_document_map(std::span<const DocumentLayout> layouts, std::span<const TextExtent> extents,
                                           std::size_t most_files, Root& root);

}  // namespace catchword
