// WebFiles: what a bundle needs from web/, core/wasm and core/packing, as their builds left it in one folder.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/result.h"

namespace catchword {

/// A script that only some readers need: a language of the interface, the filters, the engine for
/// pages that forbid WebAssembly.
struct WebPart {
  std::string name;  ///< lower-case letters and dashes: "de"
  std::string content;
};

struct WebFiles {
  std::string loader;          ///< template of the module that pages import
  std::string element;         ///< template of the classic script that defines the element
  std::string engine;          ///< a module of JavaScript
  std::string classic_engine;  ///< a classic script, the full module in it; empty unless asked for
  std::string lean;            ///< the lean WebAssembly module, packed
  std::string speller;         ///< the speller, packed
  std::string full;            ///< the full module, packed
  std::string highlight;       ///< script for the pages that results lead to
  std::string worker;          ///< template of the script for a site's service worker
  std::vector<WebPart> parts;  ///< sorted by name
};

/// What the names of all parts have in common, so that a loader need know one hash alone: the hash of
/// names and contents, one behind the other.
std::string hash_of_parts(const std::vector<WebPart>& parts);

/// Reads them from `folder`; the classic engine only when `offline`, and of the stemmers (parts named
/// "stemmer-en") those of `languages`. Error: kInput that names the file.
Result<WebFiles> read_web_files(const std::filesystem::path& folder, bool offline,
                                const std::vector<std::string>& languages = {});

}  // namespace catchword
