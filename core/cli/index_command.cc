#include "cli/index_command.h"

#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <iostream>
#include <iterator>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "build/bundle.h"
#include "build/bundle_folder.h"
#include "cli/index_summary.h"
#include "cli/report.h"
#include "document/boilerplate.h"
#include "document/collection.h"

namespace catchword {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

struct Options {
  std::vector<std::string> inputs;
  std::string output;
  std::string web;
  std::string language;
  std::vector<std::string> extensions;  // ".md=.html"
  unsigned jobs = std::max(1u, std::thread::hardware_concurrency());
  bool offline = false;
  bool quiet = false;
  bool verbose = false;
  bool strict = false;
};

// One line on a terminal, overwritten; nothing elsewhere.
class Progress {
 public:
  explicit Progress(bool quiet) : shown_(!quiet && isatty(STDERR_FILENO) != 0) {}
  ~Progress() { clear(); }

  void show(const std::string& text) const {
    if (shown_) std::fprintf(stderr, "\r\033[K%s", text.c_str());
  }
  void clear() const { show(""); }

 private:
  bool shown_;
};

Result<Collection> read_standard_input() {
  const std::string text{std::istreambuf_iterator<char>(std::cin), {}};
  return read_json_lines("standard input", text);
}

void append(Collection& all, Collection more) {
  std::move(more.documents.begin(), more.documents.end(), std::back_inserter(all.documents));
  std::move(more.notices.begin(), more.notices.end(), std::back_inserter(all.notices));
  all.files += more.files;
  all.bytes += more.bytes;
  all.ignored += more.ignored;
}

Result<Collection> read_input(const std::string& input, const Options& options,
                              const Progress& progress) {
  if (input == "-") return read_standard_input();
  const Result<std::vector<InputFile>> files = list_input(input);
  if (!files) return files.error();
  CollectionOptions reading;
  reading.jobs = options.jobs;
  reading.progress = [&](std::size_t done) {
    if (done % 64 == 0) {
      progress.show("reading " + std::to_string(done) + " of " + std::to_string(files->size()));
    }
  };
  return read_collection(*files, reading);
}

Result<Collection> read_inputs(const Options& options, const Progress& progress) {
  Collection all;
  for (const std::string& input : options.inputs) {
    Result<Collection> collection = read_input(input, options, progress);
    if (!collection) return collection;
    append(all, std::move(*collection));
  }
  return all;
}

// "--map-extension .md=.html": what the urls of such files end in where they are published.
Status map_extensions(const Options& options, std::vector<Document>& documents) {
  for (const std::string& mapping : options.extensions) {
    const std::size_t equals = mapping.find('=');
    if (equals == std::string::npos || equals == 0) {
      return Error{ErrorKind::kUsage, "this is no mapping of extensions", mapping,
                   "Write it like .md=.html"};
    }
    const std::string from = mapping.substr(0, equals);
    const std::string to = mapping.substr(equals + 1);
    for (Document& document : documents) {
      if (document.url.ends_with(from)) {
        document.url.replace(document.url.size() - from.size(), from.size(), to);
      }
    }
  }
  return {};
}

// The front end lies beside the program: bin/catchword, web/.
fs::path default_web_folder() {
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  return program.parent_path().parent_path() / "web";
}

std::size_t failures(const Collection& collection) {
  return static_cast<std::size_t>(
      std::count_if(collection.notices.begin(), collection.notices.end(), [](const Notice& notice) {
        return notice.kind == Notice::Kind::kFailed;
      }));
}

Result<Bundle> build(const Options& options, const Collection& collection,
                     const Progress& progress) {
  BuildOptions building;
  building.jobs = options.jobs;
  building.language = options.language;
  building.progress = [&](const char* stage) { progress.show(stage); };
  return build_bundle(collection.documents, building);
}

Status make_bundle(const Options& options) {
  const Clock::time_point start = Clock::now();
  const Progress progress(options.quiet);
  Result<Collection> collection = read_inputs(options, progress);
  if (!collection) return collection.error();
  remove_boilerplate(collection->documents);
  if (const Status mapped = map_extensions(options, collection->documents); !mapped) return mapped;
  progress.clear();
  print_failures(*collection, options.verbose);
  if (options.strict && failures(*collection) > 0) {
    return Error{ErrorKind::kInput, "some files could not be read, and --strict was given", "",
                 "Mend the files named above, or leave --strict away"};
  }
  const Result<Bundle> bundle = build(options, *collection, progress);
  if (!bundle) return bundle.error();
  WriteOptions writing;
  writing.web_folder = options.web.empty() ? default_web_folder() : fs::path(options.web);
  writing.offline = options.offline;
  progress.show("writing files");
  if (const Status written = write_bundle_folder(*bundle, options.output, writing); !written) {
    return written;
  }
  progress.clear();
  const std::chrono::duration<double> seconds = Clock::now() - start;
  if (!options.quiet) print_summary(*collection, *bundle, seconds.count(), options.verbose);
  return {};
}

}  // namespace

void add_index_command(CLI::App& app, int& status) {
  const auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("index", "make a bundle of documents");
  command->add_option("INPUT", options->inputs, "folders, files, or - for JSON lines")->required();
  command->add_option("--output", options->output, "folder for the bundle")->required();
  command->add_flag("--offline", options->offline, "also for pages opened from a disk (file://)");
  command->add_option("--language", options->language, "of the documents, such as en or de");
  command->add_option("--map-extension", options->extensions,
                      "how files are published, such as .md=.html");
  command->add_option("--jobs", options->jobs, "threads")->check(CLI::Range(1u, 256u));
  command->add_option("--web", options->web, "folder of the front end (default: beside the program)");
  command->add_flag("--strict", options->strict, "a file that can't be read is an error");
  command->add_flag("--quiet", options->quiet, "say nothing but errors");
  command->add_flag("--verbose", options->verbose, "name every file that was left out");
  command->callback([options, &status] {
    const Status made = make_bundle(*options);
    status = made ? kExitDone : report(made.error());
  });
}

}  // namespace catchword
