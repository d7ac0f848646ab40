// FileBytes: what a file of a bundle holds, until it is written.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <utility>

#include "base/bytes.h"
#include "base/result.h"
#include "base/temporary_file.h"

namespace catchword {

/// Bytes in memory, or put aside in a temporary file.
class FileBytes {
 public:
  FileBytes() = default;
  FileBytes(Bytes bytes) : bytes_(std::move(bytes)), size_(bytes_.size()) {}

  [[nodiscard]] std::size_t size() const { return size_; }

  /// Borrowed from here, or read into `buffer`. Error: kOutput.
  Result<ByteView> read(Bytes& buffer) const {
    if (file_ == nullptr) return ByteView(bytes_);
    buffer.resize(size_);
    if (const Status read = file_->read(begin_, buffer); !read) return read.error();
    return ByteView(buffer);
  }

  /// REQUIRES: in memory.
  operator const Bytes&() const { return bytes_; }
  operator ByteView() const { return bytes_; }

 private:
  friend class WaitingFiles;

  Bytes bytes_;  // in memory
  std::size_t size_ = 0;
  std::shared_ptr<const TemporaryFile> file_;
  std::uint64_t begin_ = 0;  // in the file
};

/// Where the bytes of finished files wait for the others.
class WaitingFiles {
 public:
  /// For a build that may take `memory` bytes: in a temporary file in `folder`. 0: they stay in memory. Error: kOutput.
  static Result<WaitingFiles> create(std::uint64_t memory, const std::filesystem::path& folder) {
    WaitingFiles waiting;
    if (memory == 0) return waiting;
    Result<TemporaryFile> file = TemporaryFile::create(folder);
    if (!file) return file.error();
    waiting.file_ = std::make_shared<TemporaryFile>(std::move(*file));
    return waiting;
  }

  /// Takes them out of memory, where they are not to stay there. By one thread at a time. Error: kOutput.
  Status put_aside(FileBytes& bytes) {
    if (file_ == nullptr || bytes.file_ != nullptr) return {};
    bytes.begin_ = file_->size();
    if (const Status appended = file_->append(bytes.bytes_); !appended) return appended;
    bytes.bytes_ = Bytes();
    bytes.file_ = file_;
    return {};
  }

 private:
  std::shared_ptr<TemporaryFile> file_;
};

}  // namespace catchword
