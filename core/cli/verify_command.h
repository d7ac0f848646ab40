// `catchword verify`: whether every byte of a bundle is what the indexer wrote.
#pragma once

#include <CLI/CLI.hpp>

namespace catchword {

/// Registers the command; running it sets `status` (cli/report.h).
void add_verify_command(CLI::App& app, int& status);

}  // namespace catchword
