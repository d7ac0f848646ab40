// TextWriter: the text blocks of a bundle and their primer, coded and named.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "build/bundle.h"
#include "build/text_layout.h"
#include "base/result.h"
#include "document/documents.h"
#include "index/block_file.h"

namespace catchword {

struct TextFiles {
  std::vector<BundleFile> files;    ///< the primer first, if there is one
  std::vector<ContentHash> groups;  ///< as Root::text_groups
  std::optional<ContentHash> primer;
};

/// Writes all text blocks on up to `jobs` threads. `ids`: as hash_ids makes them. REQUIRES: `layouts` as lay_out left them,
/// `group_ends` as cut_groups makes them. The files are put aside. Error: kOutput.
Result<TextFiles> write_texts(const Documents& documents, std::span<const std::uint64_t> ids,
                              std::span<const DocumentLayout> layouts, std::span<const TextPlace> group_ends,
                              bool is_crowded, WaitingFiles& waiting, unsigned jobs);

}  // namespace catchword
