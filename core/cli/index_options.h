// What `catchword index` was asked for: by its command line and by catchword.yaml, in one place.
#pragma once

#include <algorithm>
#include <string>
#include <thread>
#include <vector>

#include "base/result.h"
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
  unsigned jobs = 0;                    ///< 0: one a core
  bool offline = false;
  bool quiet = false;
  bool verbose = false;
  bool strict = false;

  Config config;  ///< of config_file

  [[nodiscard]] unsigned threads() const {
    return jobs != 0 ? jobs : std::max(1u, std::thread::hardware_concurrency());
  }
};

/// Reads the configuration file, if one was named, and fills in what the command line left open.
/// Error: kInput for the file, kUsage when there is no input or no output, kUnsupported for what
/// the file asks for and this version can't do.
Status complete_options(IndexOptions& options);

/// How HTML is to be read. `input` is the folder being read: links that climb out of it and in again
/// are told by its name. REQUIRES: complete_options.
HtmlOptions html_options(const IndexOptions& options, const std::string& input);

}  // namespace catchword
