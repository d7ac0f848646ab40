// `catchword inspect`: what a bundle holds, and what it takes.
#pragma once

#include <CLI/CLI.hpp>

namespace catchword {

/// Registers the command; running it sets `status` (cli/report.h).
void add_inspect_command(CLI::App& app, int& status);

}  // namespace catchword
