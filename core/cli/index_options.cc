#include "cli/index_options.h"

#include <filesystem>

#include "document/config/byte_size.h"
#include "document/input.h"

namespace catchword {
namespace {

namespace fs = std::filesystem;

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
  return {};
}

template <class Rule>
Status append(Result<Rule> rule, std::vector<Rule>& rules) {
  if (!rule) return rule.error();
  rules.push_back(std::move(*rule));
  return {};
}

// What the command line says is added to what the file says, or takes its place.
Status add_arguments(IndexOptions& options) {
  Config& config = options.config;
  const IndexArguments& arguments = options.arguments;
  for (const std::string& text : arguments.synonyms) {
    if (const Status added = append(parse_synonyms(text), config.synonyms); !added) return added;
  }
  for (const std::string& text : arguments.selectors) {
    if (const Status added = append(parse_selector_rule(text), config.selectors); !added) return added;
  }
  for (const std::string& text : arguments.metadata) {
    if (const Status added = append(parse_metadata_rule(text), config.metadata); !added) return added;
  }
  if (arguments.memory) {
    const Result<std::uint64_t> memory = parse_memory(*arguments.memory);
    if (!memory) return memory.error();
    config.memory = *memory;
  }
  config.stop_pages.insert(config.stop_pages.end(), arguments.stop_pages.begin(), arguments.stop_pages.end());
  if (!arguments.base_url.empty()) config.urls.set_base(arguments.base_url);
  config.urls.drop_index |= arguments.drop_index;
  config.urls.drop_extension |= arguments.drop_extension;
  config.skip_noindex &= !arguments.keep_noindex;
  config.skip_redirects &= !arguments.keep_redirects;
  config.skip_canonical &= !arguments.keep_canonical;
  config.main_only &= !arguments.whole_pages;
  return {};
}

}  // namespace

Status complete_options(IndexOptions& options) {
  if (!options.config_file.empty()) {
    if (const Status read = read_config(options); !read) return read;
  }
  if (const Status added = add_arguments(options); !added) return added;
  if (options.inputs.empty()) {
    return Error{ErrorKind::kUsage, "there is no input", "",
                 "Name a folder: `catchword index INPUT --output DIR`"};
  }
  if (options.output.empty() && !options.dry_run) {
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
  html.selectors = config.selectors;
  html.site.url = config.urls.base;
  std::error_code error;
  html.site.folder = fs::canonical(input, error).relative_path().generic_string();
  return html;
}

}  // namespace catchword
