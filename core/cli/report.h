// What all commands say in the same way.
#pragma once

#include "base/error.h"

namespace catchword {

enum ExitStatus { kExitDone = 0, kExitUsage = 1, kExitFailed = 2 };

/// Prints "catchword: " and the error on standard error. Returns the exit status that it calls for.
int report(const Error& error);

}  // namespace catchword
