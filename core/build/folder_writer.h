// FolderWriter: many small files into one folder, fast: no path is resolved twice.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "base/result.h"
#include "base/file_descriptor.h"
#include "build/bundle.h"

namespace catchword {

class FolderWriter {
 public:
  /// Opens `folder`, which is there. For errors: `shown` is the folder that its files will end up in,
  /// and `expected` the bytes that are to be written.
  static Result<FolderWriter> open(const std::filesystem::path& folder,
                                   const std::filesystem::path& shown, std::uint64_t expected);

  /// From now on what stands in `folder` under the same name with the same bytes is linked, not written
  /// anew: a file that an edit leaves alone keeps its time for web servers and copying programs, and making
  /// a file where as many were just removed is slow. Nothing changes where there is no such folder.
  void reuse(const std::filesystem::path& folder);

  /// Writes one file, `name` with at most one '/'. About 20 us: it does not wait for the disk. What a
  /// power cut damages, checksums find, and the next build mends. Error: kOutput.
  Status write(std::string_view name, ByteView bytes);

  /// Writes all of `files`, on up to `jobs` threads. Error: the first one's.
  Status write_files(std::span<const BundleFile> files, unsigned jobs);

  /// Names of the files written, in that order.
  [[nodiscard]] const std::vector<std::string>& names() const { return names_; }

 private:
  FolderWriter(std::filesystem::path shown, FileDescriptor top, std::uint64_t expected)
      : shown_(std::move(shown)), top_(std::move(top)), expected_(expected) {}

  struct Place {
    int folder;  ///< open; -1 with errno set when it can't be
    std::string file;
  };

  int subfolder(const std::string& name);
  Place place_of(std::string_view name);
  [[nodiscard]] Status write_at(const Place& place, std::string_view name, ByteView bytes) const;
  [[nodiscard]] bool link(std::string_view name, int folder, const std::string& file, ByteView bytes) const;
  [[nodiscard]] Error failure(std::string_view name) const;

  std::filesystem::path shown_;
  FileDescriptor top_;
  FileDescriptor before_;  // the folder of `reuse`, if there is one
  std::uint64_t expected_;
  std::map<std::string, FileDescriptor> subfolders_;
  std::vector<std::string> names_;
};

}  // namespace catchword
