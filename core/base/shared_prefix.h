// What two neighbours in a sorted list have in common, for codes that write only the rest.
#pragma once

#include <algorithm>
#include <string_view>

namespace catchword {

/// Bytes by which `a` and `b` begin alike.
inline std::size_t shared_prefix(std::string_view a, std::string_view b) {
  const auto [end, unused] =
      std::mismatch(a.begin(), a.begin() + std::min(a.size(), b.size()), b.begin());
  return static_cast<std::size_t>(end - a.begin());
}

}  // namespace catchword
