// The keys of catchword.yaml as options of `catchword index`.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <CLI/CLI.hpp>

#include "base/result.h"
#include "document/config/metadata_types.h"
#include "document/html/selector.h"

namespace catchword {

/// As written; docs/COMMANDS.md describes each.
struct IndexArguments {
  std::vector<std::string> synonyms;    ///< "quay, wharf"
  std::vector<std::string> stop_pages;  ///< globs
  std::vector<std::string> selectors;   ///< "meta:author=.byline"
  std::vector<std::string> metadata;    ///< "price=number"
  std::optional<std::string> memory;    ///< "512M"
  std::string base_url;
  bool drop_index = false;
  bool drop_extension = false;
  bool keep_noindex = false;
  bool keep_redirects = false;
  bool keep_canonical = false;
  bool whole_pages = false;
};

/// Makes the options of `command` that fill `arguments`, which outlives it.
void add_index_arguments(CLI::App& command, IndexArguments& arguments);

/// Reads "KIND=SELECTOR" or "KIND:VALUE=SELECTOR": "ignore=.nav", "filter:tag=.tags". Error: kUsage.
Result<SelectorRule> parse_selector_rule(std::string_view text);

/// Reads "KEY=TYPE": "price=number". Error: kUsage.
Result<MetadataRule> parse_metadata_rule(std::string_view text);

}  // namespace catchword
