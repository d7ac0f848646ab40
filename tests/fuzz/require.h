// What a fuzzer checks: a rule that is broken ends it.
#pragma once

#include <cstdio>
#include <cstdlib>

namespace catchword::fuzz {

inline void require(bool holds, const char* rule) {
  if (holds) return;
  std::fprintf(stderr, "broken: %s\n", rule);
  std::abort();
}

}  // namespace catchword::fuzz
