// TableSizes: when the root has the table of term blocks itself, and how long its pages are otherwise.
#pragma once

#include <cstddef>
#include <cstdint>

namespace catchword {

struct TableSizes {
  std::size_t most_in_root = 1024;  ///< blocks: each takes six or seven bytes, pages take a round
  std::uint32_t page = 64;          ///< blocks, at least 2: then the root's share of a large table is about a page
};

}  // namespace catchword
