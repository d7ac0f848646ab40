// Checks the part of a bundle that serves pages opened from a disk: scripts that carry its files.
#pragma once

#include <cstddef>
#include <functional>

#include "base/error.h"
#include "cli/opened_bundle.h"

namespace catchword {

/// Compares all that the scripts carry with the files themselves. Calls `fault` for each script that
/// is damaged. Returns the number of packs. REQUIRES: the description has an offline part.
std::size_t verify_offline(const OpenedBundle& bundle,
                           const std::function<void(const Error&)>& fault);

}  // namespace catchword
