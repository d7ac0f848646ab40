// Checks a bundle: that each file is there, that each is what was written, and that they fit together.
#pragma once

#include <cstddef>
#include <functional>

#include "base/error.h"
#include "cli/opened_bundle.h"

namespace catchword {

struct VerifiedCounts {
  std::size_t files = 0;     ///< of this build
  std::size_t previous = 0;  ///< kept of the build before
  std::size_t term_blocks = 0;
  std::size_t spelling_blocks = 0;
  std::size_t terms = 0;
  std::size_t postings = 0;
  std::size_t position_blocks = 0;
  std::size_t text_blocks = 0;
  std::size_t documents = 0;
  std::size_t columns = 0;
  std::size_t packs = 0;
};

/// Reads and decodes every file, one at a time; linear in the bundle's size, and in memory 12 bytes a
/// document. Calls `fault` for each damaged file, once, with the first thing that is wrong with it.
VerifiedCounts verify_bundle(const OpenedBundle& bundle,
                             const std::function<void(const Error&)>& fault);

}  // namespace catchword
