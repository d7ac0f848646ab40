// TemporaryFile: what a build puts aside, so that it needn't keep it in memory. It has no name, so nothing is
// left of it when the build ends, however it ends.
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>

#include "base/bytes.h"
#include "base/result.h"
#include "base/file_descriptor.h"

namespace catchword {

class TemporaryFile {
 public:
  /// In `folder`, or where that isn't there yet, in the nearest folder above that is. Error: kOutput.
  static Result<TemporaryFile> create(const std::filesystem::path& folder);

  /// Error: kOutput, a full disk above all.
  Status append(ByteView bytes);

  /// Fills `bytes` from byte `begin` on. REQUIRES: they were appended. Error: kOutput.
  Status read(std::uint64_t begin, std::span<std::uint8_t> bytes) const;

  /// Gives the space of bytes [begin, end), which are not read again, back to the disk where that can be done.
  void forget(std::uint64_t begin, std::uint64_t end) const;

  [[nodiscard]] std::uint64_t size() const { return size_; }

 private:
  TemporaryFile(FileDescriptor file, std::filesystem::path folder)
      : file_(std::move(file)), folder_(std::move(folder)) {}

  [[nodiscard]] Error failure(int code) const;

  FileDescriptor file_;
  std::filesystem::path folder_;
  std::uint64_t size_ = 0;
};

}  // namespace catchword
