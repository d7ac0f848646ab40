// Writes a Bundle, with the loaders and the engine that search it, to a folder.
#pragma once

#include <filesystem>

#include "base/result.h"
#include "build/bundle.h"

namespace catchword {

struct WriteOptions {
  std::filesystem::path web_folder;  ///< what web/build.mjs and the module's build left
  bool offline = false;              ///< also packs for pages opened from a disk
  unsigned jobs = 1;                 ///< threads that write, at least 1
};

/// Whether `folder` and the parts in `options` will do: asked before a long build rather than after.
/// Changes nothing. Errors as of write_bundle_folder, but for those that only writing shows.
Status check_bundle_folder(const std::filesystem::path& folder, const WriteOptions& options);

/// Writes aside, then swaps: an existing bundle stays whole at every moment, and its files stay for
/// one generation. The same bundle over the same output gives the same bytes. Error: kOutput when the
/// folder holds something else or can't be written (then nothing is changed), kInput when a part of
/// web_folder is missing.
Status write_bundle_folder(const Bundle& bundle, const std::filesystem::path& folder,
                           const WriteOptions& options);

}  // namespace catchword
