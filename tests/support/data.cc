#include "support/data.h"

#include <cstdlib>
#include <iostream>

namespace catchword::test {

std::filesystem::path source_folder(const std::string& name) {
  return std::filesystem::path(CATCHWORD_SOURCE_DIR) / name;
}

std::filesystem::path judged_data(const std::string& name) {
  const char* given = std::getenv("CATCHWORD_DATA");
  const std::filesystem::path path =
      (given != nullptr ? std::filesystem::path(given) : source_folder("../shared/data")) / name;
  if (std::filesystem::exists(path)) return path;
  std::cerr << "skipped: no " << path.string() << "; set CATCHWORD_DATA\n";
  return {};
}

}  // namespace catchword::test
