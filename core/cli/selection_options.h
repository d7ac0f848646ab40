// The options by which the command line narrows, orders and counts: --filter, --sort, --facet, --facets.
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "query/options.h"

namespace catchword {

/// As they were typed.
struct SelectionOptions {
  std::vector<std::string> filters;  ///< "key=value", "key!=value", "key=from..to"
  std::vector<std::string> order;    ///< "key" or "-key"
  std::vector<std::string> facets;   ///< "key"
  bool all_facets = false;
};

/// Adds the options to a command, checked as they are read.
void add_selection_options(CLI::App& command, SelectionOptions& options);

/// What they ask for: several values of one key are a choice, conditions on different keys hold together.
Options options_of(const SelectionOptions& options);

}  // namespace catchword
