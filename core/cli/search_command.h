// `catchword search`: one query, or a file of queries as a TREC run.
#pragma once

#include <CLI/CLI.hpp>

namespace catchword {

/// Registers the command; running it sets `status` (cli/report.h).
void add_search_command(CLI::App& app, int& status);

}  // namespace catchword
