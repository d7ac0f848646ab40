// OutputFolder: what stands where a bundle is to be written, and whether it may be replaced.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/result.h"
#include "build/manifest.h"

namespace catchword {

struct OutputFolder {
  std::filesystem::path path;  ///< absolute, without symbolic links
  bool exists = false;
  std::string manifest_name;   ///< of the bundle there; empty when there is none
  Manifest manifest;           ///< empty when there is none, or when it can't be read
};

/// Looks at `folder`. Error: kOutput when it is a file, can't be read, or is a folder that holds
/// something and no bundle.
Result<OutputFolder> examine_output(const std::filesystem::path& folder);

/// The files there that a build of `files` (sorted) keeps for pages that still use the build before;
/// sorted. To build the same again is no new generation: what was kept then is kept on.
std::vector<std::string> files_to_keep(const OutputFolder& output,
                                       const std::vector<std::string>& files);

}  // namespace catchword
