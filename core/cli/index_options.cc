#include "cli/index_options.h"

#include <filesystem>

#include "document/html/selector.h"
#include "document/input.h"

namespace catchword {
namespace {

namespace fs = std::filesystem;

Error unsupported(const IndexOptions& options, std::string_view key) {
  return {ErrorKind::kUnsupported, "\"" + std::string(key) + "\" has no effect in this version",
          options.config_file, "Take it out of the file"};
}

// Better an error than a wish that passes silently.
Status check_supported(const IndexOptions& options) {
  if (!options.config.synonyms.empty()) return unsupported(options, "synonyms");
  for (const FieldSelectors& selectors : options.config.selectors) {
    if (selectors.field != "body" && selectors.field != "ignore") {
      return unsupported(options, "selectors: " + selectors.field);
    }
  }
  return {};
}

// Paths of the file are relative to its folder.
std::string beside(const std::string& config_file, const std::string& path) {
  return (fs::path(config_file).parent_path() / path).lexically_normal().string();
}

Status read_config(IndexOptions& options) {
  const Result<std::string> yaml = read_file(options.config_file);
  if (!yaml) return yaml.error();
  Result<Config> config = parse_config(*yaml, options.config_file);
  if (!config) return config.error();
  options.config = std::move(*config);
  if (options.inputs.empty()) {
    for (const std::string& input : options.config.inputs) {
      options.inputs.push_back(beside(options.config_file, input));
    }
  }
  if (options.output.empty() && !options.config.output.empty()) {
    options.output = beside(options.config_file, options.config.output);
  }
  if (options.language.empty()) options.language = options.config.language;
  return check_supported(options);
}

std::vector<HtmlSelector> selectors_of(const Config& config, std::string_view field) {
  std::vector<HtmlSelector> parsed;
  for (const FieldSelectors& selectors : config.selectors) {
    if (selectors.field != field) continue;
    for (const std::string& text : selectors.selectors) {
      Result<HtmlSelector> selector = parse_selector(text);
      if (selector) parsed.push_back(std::move(*selector));  // parse_config has refused others
    }
  }
  return parsed;
}

}  // namespace

Status complete_options(IndexOptions& options) {
  if (!options.config_file.empty()) {
    if (const Status read = read_config(options); !read) return read;
  }
  if (options.inputs.empty()) {
    return Error{ErrorKind::kUsage, "there is no input", "",
                 "Name a folder: `catchword index INPUT --output DIR`"};
  }
  if (options.output.empty()) {
    return Error{ErrorKind::kUsage, "there is no output", "",
                 "Name a folder for the bundle: `catchword index INPUT --output DIR`"};
  }
  return {};
}

HtmlOptions html_options(const IndexOptions& options, const std::string& input) {
  const Config& config = options.config;
  HtmlOptions html;
  html.skip_noindex = config.skip_noindex;
  html.skip_redirects = config.skip_redirects;
  html.skip_canonical = config.skip_canonical;
  html.main_only = config.main_only;
  html.roots = selectors_of(config, "body");
  html.ignored = selectors_of(config, "ignore");
  html.site.url = config.urls.base;
  std::error_code error;
  html.site.folder = fs::canonical(input, error).relative_path().generic_string();
  return html;
}

}  // namespace catchword
