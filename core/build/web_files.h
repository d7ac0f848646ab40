// WebFiles: what a bundle needs from web/ and core/wasm, as their builds left it in one folder.
#pragma once

#include <filesystem>
#include <string>

#include "base/result.h"

namespace catchword {

struct WebFiles {
  std::string loader;          ///< template of the module that pages import
  std::string element;         ///< template of the classic script that defines the element
  std::string engine;          ///< a module
  std::string classic_engine;  ///< the same as a classic script; empty unless asked for
  std::string wasm;
};

/// Reads them from `folder`; the classic engine only when `offline`. Error: kInput that names the file.
Result<WebFiles> read_web_files(const std::filesystem::path& folder, bool offline);

}  // namespace catchword
