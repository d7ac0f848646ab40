// What the system's error numbers mean to somebody who runs an indexer: cause and remedy.
#pragma once

#include <cstdint>
#include <filesystem>

#include "base/error.h"

namespace catchword {

/// The error for a write, a rename and the like at `where` that failed with `code` (an errno value).
/// `bytes` is what the whole result takes, for the remedy of a full disk; 0 when not known.
Error output_error(int code, const std::filesystem::path& where, std::uint64_t bytes = 0);

}  // namespace catchword
