// `catchword suggest`: how a query may go on.
#pragma once

#include <CLI/CLI.hpp>

namespace catchword {

/// Registers the command; running it sets `status` (cli/report.h).
void add_suggest_command(CLI::App& app, int& status);

}  // namespace catchword
