// Input: the files that an indexer was pointed at, in an order that doesn't depend on the disk.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/file_descriptor.h"
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

/// Reads a file, or standard input, in pieces of whole lines.
class PieceReader {
 public:
  /// Error: kInput with the system's reason.
  static Result<PieceReader> open(const std::filesystem::path& path);
  static PieceReader standard_input();

  /// What comes next, about `size` bytes of it: at least one line, and empty at the end. Until the next call. Error: kInput.
  Result<std::string_view> next(std::size_t size);

 private:
  PieceReader(FileDescriptor file, std::filesystem::path path) : file_(std::move(file)), path_(std::move(path)) {}

  FileDescriptor file_;
  std::filesystem::path path_;
  std::string buffer_;
  std::size_t given_ = 0;  // bytes of the buffer that the last piece was
  bool at_end_ = false;    // of the file; what is left of it is in the buffer
};

/// The content of one file. Error: kInput with the system's reason.
Result<std::string> read_file(const std::filesystem::path& path);

}  // namespace catchword
