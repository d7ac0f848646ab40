#include "build/read_file.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

#include "build/file_descriptor.h"

namespace catchword {
namespace {

constexpr std::size_t kLeastRead = 65536;

Error input_error(int code, const std::filesystem::path& path) {
  const bool forbidden = code == EACCES || code == EPERM;
  return {ErrorKind::kInput, "cannot be read: " + std::generic_category().message(code),
          path.string(), forbidden ? "Give yourself permission to read it" : "Check the path"};
}

// Reads on past the size that the system told: pipes tell none, and files grow.
bool read_rest(int file, Bytes& bytes, std::size_t expected) {
  std::size_t size = 0;
  bytes.resize(expected + 1);
  for (;;) {
    const ssize_t count = ::read(file, bytes.data() + size, bytes.size() - size);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return false;
    if (count == 0) break;
    size += static_cast<std::size_t>(count);
    if (size == bytes.size()) bytes.resize(size + std::max(size, kLeastRead));
  }
  bytes.resize(size);
  return true;
}

}  // namespace

Result<Bytes> read_file(const std::filesystem::path& path) {
  const FileDescriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  struct stat about {};
  if (!file.ok() || ::fstat(file.get(), &about) != 0) return input_error(errno, path);
  if (S_ISDIR(about.st_mode)) return input_error(EISDIR, path);
  Bytes bytes;
  if (!read_rest(file.get(), bytes, static_cast<std::size_t>(about.st_size))) {
    return input_error(errno, path);
  }
  return bytes;
}

}  // namespace catchword
