// Where tests find what isn't theirs: the demo corpus, judged data, Snowball's vocabularies.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <string>

namespace catchword::test {

/// A folder of the project itself.
inline std::filesystem::path source_folder(const std::string& name) {
  return std::filesystem::path(CATCHWORD_SOURCE_DIR) / name;
}

/// A folder or file of judged data; an empty path, and a word about it, where there is none.
inline std::filesystem::path judged_data(const std::string& name) {
  const char* given = std::getenv("CATCHWORD_DATA");
  const std::filesystem::path path =
      (given != nullptr ? std::filesystem::path(given) : source_folder("../shared/data")) / name;
  if (std::filesystem::exists(path)) return path;
  std::cerr << "skipped: no " << path.string() << "; set CATCHWORD_DATA\n";
  return {};
}

}  // namespace catchword::test
