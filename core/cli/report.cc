#include "cli/report.h"

#include <cstdio>

namespace catchword {

int report(const Error& error) {
  std::fprintf(stderr, "catchword: %s\n", error.to_string().c_str());
  return error.kind == ErrorKind::kUsage ? kExitUsage : kExitFailed;
}

}  // namespace catchword
