// `catchword index`: documents in, a bundle out.
#pragma once

#include <CLI/CLI.hpp>

namespace catchword {

/// Registers the command; running it sets `status` (cli/report.h).
void add_index_command(CLI::App& app, int& status);

}  // namespace catchword
