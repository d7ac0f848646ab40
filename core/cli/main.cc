// catchword: makes folders of documents searchable in a page. One file per verb, cli/*_command.cc.
#include <CLI/CLI.hpp>

#include "cli/eval_command.h"
#include "cli/index_command.h"
#include "cli/inspect_command.h"
#include "cli/report.h"
#include "cli/search_command.h"
#include "cli/serve_command.h"
#include "cli/suggest_command.h"
#include "cli/verify_command.h"

int main(int argc, char** argv) {
  CLI::App app("Makes a folder of documents searchable in a web page, without a server.", "catchword");
  app.set_version_flag("--version", "catchword " CATCHWORD_VERSION);
  app.require_subcommand(1);
  int status = catchword::kExitDone;
  catchword::add_index_command(app, status);
  catchword::add_search_command(app, status);
  catchword::add_suggest_command(app, status);
  catchword::add_eval_command(app, status);
  catchword::add_inspect_command(app, status);
  catchword::add_verify_command(app, status);
  catchword::add_serve_command(app, status);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {  // CLI11 reports wrong usage, and --help, by throwing
    return app.exit(error) == 0 ? catchword::kExitDone : catchword::kExitUsage;
  }
  return status;
}
