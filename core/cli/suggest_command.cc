#include "cli/suggest_command.h"

#include <cstdio>
#include <memory>
#include <string>

#include "cli/bundle_source.h"
#include "cli/report.h"

namespace catchword {
namespace {

struct SuggestOptions {
  std::string bundle;
  std::string prefix;
  std::size_t limit = 8;
  bool json = false;
};

int run(const SuggestOptions& options) {
  Result<BundleSource> source = BundleSource::open(options.bundle);
  if (!source) return report(source.error());
  const Result<Suggestions> suggestions = source->suggest(options.prefix, options.limit);
  if (!suggestions) return report(suggestions.error());
  if (options.json) std::printf("%s\n", to_json(*suggestions).c_str());
  if (options.json) return kExitDone;
  for (const Suggestion& suggestion : suggestions->list) {
    std::printf("%8u  %s\n", suggestion.count, suggestion.text.c_str());
  }
  return kExitDone;
}

}  // namespace

void add_suggest_command(CLI::App& app, int& status) {
  const auto options = std::make_shared<SuggestOptions>();
  CLI::App* command = app.add_subcommand("suggest", "complete the last word of a query");
  command->add_option("BUNDLE", options->bundle, "folder of the bundle")->required();
  command->add_option("PREFIX", options->prefix, "what is typed so far")->required();
  command->add_option("--limit", options->limit, "suggestions wanted")->capture_default_str();
  command->add_flag("--json", options->json, "print what the engine returns");
  command->callback([options, &status] { status = run(*options); });
}

}  // namespace catchword
