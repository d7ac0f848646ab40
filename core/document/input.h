// Input: the files that an indexer was pointed at, in an order that doesn't depend on the disk.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace catchword {

struct InputFile {
  std::filesystem::path path;  ///< where to read it
  std::string name;            ///< relative to the input, '/' between folders; its bytes are its order
  bool named = false;          ///< given itself, not met on a walk
};

/// The files of `input`: itself, or all below it, sorted by name. Names that begin with a dot are
/// left out, and so are folders that hold a bundle and Sphinx's `_sources`. Links to folders are followed once.
/// Error: kInput for what doesn't exist or can't be read.
Result<std::vector<InputFile>> list_input(const std::filesystem::path& input);

/// Reads one file after the other into the same memory.
class FileReader {
 public:
  /// The content of a file, until the next `read`. Error: kInput with the system's reason.
  Result<std::string_view> read(const std::filesystem::path& path);

  /// The first `size` bytes of what was read. The object is used up.
  std::string take(std::size_t size);

 private:
  std::string buffer_;
};

/// The content of one file. Error: kInput with the system's reason.
Result<std::string> read_file(const std::filesystem::path& path);

}  // namespace catchword
