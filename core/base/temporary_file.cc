#include "base/temporary_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <string>

#include "base/file_error.h"

namespace catchword {
namespace {

namespace fs = std::filesystem;

fs::path nearest_folder(fs::path folder) {
  std::error_code error;
  while (!fs::is_directory(folder, error) && folder.has_relative_path()) folder = folder.parent_path();
  return folder.empty() ? fs::path(".") : folder;
}

// A nameless file; -1 with errno set when there can be none.
int open_nameless(const fs::path& folder) {
  constexpr mode_t kMode = 0600;
  const int file = ::open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, kMode);
  if (file >= 0 || (errno != EOPNOTSUPP && errno != EISDIR && errno != ENOENT)) return file;
  // A file system that has none: one whose name goes at once.
  std::string name = folder / ".catchword-XXXXXX";
  const int named = ::mkostemp(name.data(), O_CLOEXEC);
  if (named >= 0) ::unlink(name.c_str());
  return named;
}

}  // namespace

Result<TemporaryFile> TemporaryFile::create(const fs::path& folder) {
  fs::path where = nearest_folder(folder);
  FileDescriptor file(open_nameless(where));
  if (!file.ok()) return output_error(errno, where);
  return TemporaryFile(std::move(file), std::move(where));
}

Status TemporaryFile::append(ByteView bytes) {
  while (!bytes.empty()) {
    const ssize_t count = ::pwrite(file_.get(), bytes.data(), bytes.size(), static_cast<off_t>(size_));
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return failure(errno);
    bytes = bytes.subspan(static_cast<std::size_t>(count));
    size_ += static_cast<std::uint64_t>(count);
  }
  return {};
}

Status TemporaryFile::read(std::uint64_t begin, std::span<std::uint8_t> bytes) const {
  while (!bytes.empty()) {
    const ssize_t count = ::pread(file_.get(), bytes.data(), bytes.size(), static_cast<off_t>(begin));
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return failure(count < 0 ? errno : EIO);
    bytes = bytes.subspan(static_cast<std::size_t>(count));
    begin += static_cast<std::uint64_t>(count);
  }
  return {};
}

void TemporaryFile::forget(std::uint64_t begin, std::uint64_t end) const {
  ::fallocate(file_.get(), FALLOC_FL_PUNCH_HOLE | FALLOC_FL_KEEP_SIZE, static_cast<off_t>(begin),
              static_cast<off_t>(end - begin));
}

Error TemporaryFile::failure(int code) const {
  Error error = output_error(code, folder_);
  error.message = "the temporary file of --memory " + error.message;
  return error;
}

}  // namespace catchword
