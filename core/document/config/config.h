// Config: what `catchword.yaml` says. docs/configuration.md describes each key for users.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "document/config/metadata_types.h"
#include "document/config/synonyms.h"
#include "document/config/url_rules.h"
#include "document/html/selector.h"

namespace catchword {

/// All keys, with the values that hold where a key is missing.
struct Config {
  std::vector<std::string> inputs;  ///< `inputs`: as written; relative to the file's folder
  std::string output;               ///< `output`: likewise
  std::string language;             ///< `language`: BCP 47
  std::uint64_t memory = 0;         ///< `memory`: bytes (byte_size.h); 0: without a bound
  std::vector<SynonymRule> synonyms;      ///< `synonyms`
  std::vector<std::string> stop_pages;    ///< `stop-pages`: globs over document ids (glob.h)
  std::vector<SelectorRule> selectors;    ///< `selectors`
  std::vector<MetadataRule> metadata;     ///< `metadata`: what is known of keys
  UrlRules urls;                          ///< `urls`
  bool skip_noindex = true;    ///< `html: skip-noindex`
  bool skip_redirects = true;  ///< `html: skip-redirects`
  bool skip_canonical = true;  ///< `html: skip-canonical`
  bool main_only = true;       ///< `html: main-only`
};

/// Reads `yaml`, the content of the file `path` (for messages only). The first fault is returned as
/// kInput, its place as "path:line": damaged YAML, an unknown or repeated key (the nearest known
/// one is named), a value of the wrong kind.
Result<Config> parse_config(std::string_view yaml, const std::string& path);

}  // namespace catchword
