// `catchword eval`: how well a bundle answers judged queries.
#pragma once

#include <CLI/CLI.hpp>

namespace catchword {

/// Registers the command; running it sets `status` (cli/report.h).
void add_eval_command(CLI::App& app, int& status);

}  // namespace catchword
