#include "cli/index_command.h"

#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <iterator>
#include <memory>
#include <string>
#include <vector>

#include "build/bundle.h"
#include "build/bundle_folder.h"
#include "cli/heap.h"
#include "cli/index_options.h"
#include "cli/index_summary.h"
#include "cli/report.h"
#include "document/boilerplate.h"
#include "document/canonical.h"
#include "document/collection.h"
#include "document/config/glob.h"

namespace catchword {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

// One line on a terminal, overwritten; nothing elsewhere.
class Progress {
 public:
  explicit Progress(bool quiet) : shown_(!quiet && isatty(STDERR_FILENO) != 0) {}
  ~Progress() { clear(); }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void show(const std::string& text) const {
    if (shown_) std::fprintf(stderr, "\r\033[K%s", text.c_str());
  }
  void clear() const { show(""); }

 private:
  bool shown_;
};

Status read_input(const std::string& input, const IndexOptions& options, const Progress& progress,
                  Collection& collection) {
  CollectionOptions reading;
  reading.jobs = options.threads();
  reading.language = options.language;
  if (input == "-") return read_standard_input(reading, collection);
  const Result<std::vector<InputFile>> files = list_input(input);
  if (!files) return files.error();
  reading.html = html_options(options, input);
  reading.progress = [&](std::size_t done) {
    if (done % 64 == 0) {
      progress.show("reading " + std::to_string(done) + " of " + std::to_string(files->size()));
    }
  };
  return read_collection(*files, reading, collection);
}

template <class T>
void append(std::vector<T> more, std::vector<T>& all) {
  std::move(more.begin(), more.end(), std::back_inserter(all));
}

Result<Collection> read_inputs(const IndexOptions& options, const Progress& progress) {
  Result<Documents> documents = Documents::create(options.config.memory, options.output);
  if (!documents) return documents.error();
  Collection all;
  all.documents = std::move(*documents);
  for (const std::string& input : options.inputs) {
    if (const Status read = read_input(input, options, progress, all); !read) return read.error();
  }
  return all;
}

Status leave_out_stop_pages(const Config& config, Collection& collection) {
  if (config.stop_pages.empty()) return {};
  const auto stopped = [&](const Document& document) {
    const bool found =
        std::any_of(config.stop_pages.begin(), config.stop_pages.end(),
                    [&](const std::string& glob) { return matches_glob(glob, document.id); });
    if (found) collection.notices.push_back({Notice::Kind::kSkipped, document.id, "stop page"});
    return found;
  };
  return collection.documents.edit([&](Documents::Batch& batch) -> Status {
    std::erase_if(batch, stopped);
    return {};
  });
}

struct ExtensionMapping {
  std::string from;
  std::string to;
};

// "--map-extension .md=.html": what the urls of such files end in where they are published.
Result<std::vector<ExtensionMapping>> parse_mappings(const std::vector<std::string>& texts) {
  std::vector<ExtensionMapping> mappings;
  for (const std::string& text : texts) {
    const std::size_t equals = text.find('=');
    if (equals == std::string::npos || equals == 0) {
      return Error{ErrorKind::kUsage, "this is no mapping of extensions", text, "Write it like .md=.html"};
    }
    mappings.push_back({text.substr(0, equals), text.substr(equals + 1)});
  }
  return mappings;
}

Status map_urls(const IndexOptions& options, Documents& documents) {
  const Result<std::vector<ExtensionMapping>> mappings = parse_mappings(options.extensions);
  if (!mappings) return mappings.error();
  return documents.edit([&](Documents::Batch& batch) -> Status {
    for (Document& document : batch) {
      for (const auto& [from, to] : *mappings) {
        if (document.url.ends_with(from)) document.url.replace(document.url.size() - from.size(), from.size(), to);
      }
      document.url = apply_url_rules(options.config.urls, std::move(document.url));
    }
    return {};
  });
}

// What a site is and an owner decides, after all files are read.
Status edit(const IndexOptions& options, Collection& collection) {
  Result<std::vector<Notice>> copies = leave_out_copies(collection.documents);
  if (!copies) return copies.error();
  append(std::move(*copies), collection.notices);
  Status done = remove_boilerplate(collection.documents, options.threads());
  if (done) done = leave_out_stop_pages(options.config, collection);
  if (!done) return done;
  Result<std::vector<Notice>> warnings = settle_metadata(options.config.metadata, collection.documents);
  if (!warnings) return warnings.error();
  append(std::move(*warnings), collection.notices);
  return map_urls(options, collection.documents);
}

bool any_failed(const Collection& collection) {
  return std::any_of(collection.notices.begin(), collection.notices.end(), [](const Notice& notice) {
    return notice.kind == Notice::Kind::kFailed;
  });
}

// The front end lies beside the program: bin/catchword, web/.
fs::path default_web_folder() {
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  return program.parent_path().parent_path() / "web";
}

Result<Bundle> build(const IndexOptions& options, Documents&& documents, const Progress& progress) {
  BuildOptions building;
  building.jobs = options.threads();
  building.memory = options.config.memory;
  building.temporary_folder = options.output;
  building.max_files = options.max_files;
  building.language = options.language;
  building.synonyms = options.config.synonyms;
  building.progress = [&](const char* stage) { progress.show(stage); };
  return build_bundle(std::move(documents), building);
}

double seconds_since(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

// All documents, as they are to be found. What could not be read is told.
Result<Collection> read_documents(const IndexOptions& options, const Progress& progress) {
  const Clock::time_point start = Clock::now();
  Result<Collection> collection = read_inputs(options, progress);
  if (!collection) return collection;
  const double seconds = seconds_since(start);
  if (const Status edited = edit(options, *collection); !edited) return edited.error();
  progress.clear();
  print_failures(*collection, options.verbose);
  if (options.strict && any_failed(*collection)) {
    return Error{ErrorKind::kInput, "some files could not be read, and --strict was given", "",
                 "Mend the files named above, or leave --strict away"};
  }
  if (options.dry_run && !options.quiet) print_reading(*collection, seconds, options.verbose);
  return collection;
}

// Without freeing what is in memory, document by document, which takes up to a fortieth of a build's time.
[[noreturn]] void end_at_once() {
  std::cout.flush();
  std::fflush(nullptr);
  std::_Exit(kExitDone);
}

Status make_bundle(IndexOptions options) {
  const Clock::time_point start = Clock::now();
  const Progress progress(options.quiet);
  if (const Status complete = complete_options(options); !complete) return complete;
  if (options.config.memory == 0) keep_free_memory(options.threads());
  if (options.dry_run) {
    const Result<Collection> read = read_documents(options, progress);
    return read ? Status() : read.error();
  }
  WriteOptions writing;
  writing.web_folder = options.web.empty() ? default_web_folder() : fs::path(options.web);
  writing.offline = options.offline;
  writing.jobs = options.threads();
  if (const Status ready = check_bundle_folder(options.output, writing); !ready) return ready;

  Result<Collection> collection = read_documents(options, progress);
  if (!collection) return collection.error();
  const Result<Bundle> bundle = build(options, std::move(collection->documents), progress);
  if (!bundle) return bundle.error();
  progress.show("writing files");
  if (const Status written = write_bundle_folder(*bundle, options.output, writing); !written) {
    return written;
  }
  progress.clear();
  if (!options.quiet) print_summary(*collection, *bundle, seconds_since(start), options.verbose);
  end_at_once();
}

void add_options(CLI::App& command, IndexOptions& options) {
  command.add_option("INPUT", options.inputs, "folders, files, or - for JSON lines");
  command.add_option("--output", options.output, "folder for the bundle");
  command.add_option("--config", options.config_file, "catchword.yaml, docs/configuration.md");
  command.add_flag("--offline", options.offline, "also for pages opened from a disk (file://)");
  command.add_option("--language", options.language, "of documents that don't say theirs, such as en");
  command.add_option("--map-extension", options.extensions,
                     "how files are published, such as .md=.html")
      ->allow_extra_args(false);
  add_index_arguments(command, options.arguments);
  command.add_option("--max-files", options.max_files,
                     "about as many files, by larger text blocks (default: 15000)")
      ->check(CLI::Range(100, 1000000));
  command.add_option("--jobs", options.jobs, "threads (default: one a core)")
      ->check(CLI::Range(1u, 256u));
  command.add_option("--web", options.web, "folder of the front end (default: beside the program)");
  command.add_flag("--dry-run", options.dry_run, "read everything, say what is left out, write nothing");
  command.add_flag("--strict", options.strict, "a file that can't be read is an error");
  command.add_flag("--quiet", options.quiet, "say nothing but errors");
  command.add_flag("--verbose", options.verbose, "name every file that was left out");
}

}  // namespace

void add_index_command(CLI::App& app, int& status) {
  const auto options = std::make_shared<IndexOptions>();
  CLI::App* command = app.add_subcommand("index", "make a bundle of documents");
  add_options(*command, *options);
  command->callback([options, &status] {
    const Status made = make_bundle(*options);
    status = made ? kExitDone : report(made.error());
  });
}

}  // namespace catchword
