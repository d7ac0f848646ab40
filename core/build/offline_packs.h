// Offline packs: a bundle's files in scripts, for a page opened from a disk, where fetch is refused and
// <script> is not. Bytes cost nothing there and files do, so many are packed into one.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/result.h"
#include "build/bundle.h"

namespace catchword {

/// Takes one finished file.
using FileSink = std::function<Status(const BundleFile&)>;

/// Hands the packs of `files` (the root first) and then the core script, which carries the root and
/// says what is where, to `sink`. Packs are of 64 to 256 kB, but for the last and for one
/// with a file that is larger; where they are cut depends on the names near the cut alone. Returns
/// the core's name, or the sink's first error. Memory: one pack.
Result<std::string> write_offline_packs(const std::vector<BundleFile>& files,
                                        const FileSink& sink);

/// RFC 4648, with padding.
std::string to_base64(ByteView bytes);

}  // namespace catchword
