// Manifest: the list of a bundle's files, a file among them (files-HASH.json).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace catchword {

struct Manifest {
  std::vector<std::string> files;     ///< of this build, sorted; the manifest itself is not named
  std::vector<std::string> previous;  ///< only of the build before, kept for pages still open; sorted
};

std::string to_json(const Manifest& manifest);

/// Error: kDamaged when it is no manifest, or names a file that the indexer never writes.
Result<Manifest> parse_manifest(std::string_view json, std::string_view where);

}  // namespace catchword
