// `catchword serve`: a small static server, for looking at the result.
#pragma once

#include <CLI/CLI.hpp>

namespace catchword {

/// Registers the command; running it sets `status` (cli/report.h).
void add_serve_command(CLI::App& app, int& status);

}  // namespace catchword
