// What a caller of a searcher did wrong.
#pragma once

#include <string>
#include <string_view>

#include "base/error.h"

namespace catchword {

/// With `where` if that says more. From views: the module has no other use for the length of a C string.
inline Error misuse(std::string_view message, std::string_view where = {}) {
  return {ErrorKind::kUsage, std::string(message), std::string(where), {}};
}

}  // namespace catchword
