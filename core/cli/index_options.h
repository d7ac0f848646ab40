// What `catchword index` was asked for: by its command line and by catchword.yaml, in one place.
#pragma once

#include <algorithm>
#include <string>
#include <thread>
#include <vector>

#include "base/result.h"
#include "cli/index_arguments.h"
#include "document/config/config.h"
#include "document/html/options.h"

namespace catchword {

struct IndexOptions {
  std::vector<std::string> inputs;
  std::string output;
  std::string config_file;
  std::string web;                      ///< folder of the front end; empty: beside the program
  std::string language;
  std::vector<std::string> extensions;  ///< ".md=.html"
  std::size_t max_files = 15000;        ///< about as many; hosts stop at 20,000
  unsigned jobs = 0;                    ///< 0: one a core
  bool offline = false;
  bool quiet = false;
  bool verbose = false;
  bool strict = false;
  bool dry_run = false;

  IndexArguments arguments;  ///< what else the command line has to say of the configuration
  Config config;             ///< of config_file, and after complete_options of `arguments` too

  [[nodiscard]] unsigned threads() const {
    return jobs != 0 ? jobs : std::max(1u, std::thread::hardware_concurrency());
  }
};

/// Reads the configuration file, if one was named, adds what the command line says, and fills in what
/// that left open. Error: kInput for the file, kUsage for the command line.
Status complete_options(IndexOptions& options);

/// How HTML is to be read. `input` is the folder being read: links that climb out of it and in again
/// are told by its name. REQUIRES: complete_options.
HtmlOptions html_options(const IndexOptions& options, const std::string& input);

}  // namespace catchword
