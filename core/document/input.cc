#include "document/input.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <set>
#include <system_error>

namespace catchword {
namespace {

namespace fs = std::filesystem;

Error unreadable(const fs::path& path, std::string_view reason) {
  return {ErrorKind::kInput, "can't be read: " + std::string(reason), path.string(),
          "Check that it exists and that you may read it"};
}

// Sphinx keeps a copy of each page's source there, so that every page would be found twice.
constexpr std::string_view kSources = "_sources";

bool is_bundle(const fs::path& folder) {
  std::error_code ignored;
  return fs::exists(folder / "catchword.js", ignored) &&
         fs::exists(folder / "catchword-element.js", ignored);
}

// Walks a folder; each real folder once, so that a link to a parent is no trap.
class Walker {
 public:
  explicit Walker(fs::path root) : root_(std::move(root)) {}

  Result<std::vector<InputFile>> run() {
    if (const Status walked = walk(root_, ""); !walked) return walked.error();
    std::sort(files_.begin(), files_.end(),
              [](const InputFile& a, const InputFile& b) { return a.name < b.name; });
    return std::move(files_);
  }

 private:
  // `prefix`: what the names of the files in `folder` begin with.
  Status walk(const fs::path& folder, const std::string& prefix) {
    std::error_code error;
    const fs::path real = fs::canonical(folder, error);
    if (error || !visited_.insert(real).second || (folder != root_ && is_bundle(folder))) return {};
    fs::directory_iterator entries(folder, error);
    if (error) return unreadable(folder, error.message());
    for (; entries != fs::directory_iterator(); entries.increment(error)) {
      if (error) return unreadable(folder, error.message());
      if (const Status visited = visit(*entries, prefix); !visited) return visited;
    }
    return {};
  }

  Status visit(const fs::directory_entry& entry, const std::string& prefix) {
    std::error_code ignored;
    const std::string name = entry.path().filename().string();
    if (name.starts_with('.')) return {};
    const std::string path = prefix + name;
    if (entry.is_directory(ignored)) {
      return name == kSources ? Status() : walk(entry.path(), path + "/");
    }
    if (entry.is_regular_file(ignored)) files_.push_back({entry.path(), path});
    return {};
  }

  fs::path root_;
  std::set<fs::path> visited_;
  std::vector<InputFile> files_;
};

FileDescriptor open_file(const fs::path& path) { return FileDescriptor(::open(path.c_str(), O_RDONLY | O_CLOEXEC)); }

// As read(2), but that it goes on when it is interrupted.
ssize_t read_some(const FileDescriptor& file, char* at, std::size_t size) {
  ssize_t got = -1;
  do {
    got = ::read(file.get(), at, size);
  } while (got < 0 && errno == EINTR);
  return got;
}

}  // namespace

Result<std::vector<InputFile>> list_input(const fs::path& input) {
  std::error_code error;
  const fs::file_status status = fs::status(input, error);
  if (!fs::exists(status)) return unreadable(input, "there is no such file or folder");
  if (fs::is_directory(status)) return Walker(input).run();
  return std::vector<InputFile>{{input, input.filename().string(), true}};
}

Result<std::string_view> FileReader::read(const fs::path& path) {
  const FileDescriptor file = open_file(path);
  struct stat information {};
  if (!file.ok() || fstat(file.get(), &information) != 0) {
    return unreadable(path, std::strerror(errno));
  }
  // One byte more than the file is said to have tells its end.
  const auto expected = static_cast<std::size_t>(information.st_size) + 1;
  if (buffer_.size() < expected) buffer_.resize(expected);
  std::size_t size = 0;
  for (;;) {
    if (size == buffer_.size()) buffer_.resize(size + size / 2);
    const ssize_t got = read_some(file, buffer_.data() + size, buffer_.size() - size);
    if (got < 0) return unreadable(path, std::strerror(errno));
    if (got == 0) break;
    size += static_cast<std::size_t>(got);
  }
  return std::string_view(buffer_.data(), size);
}

std::string FileReader::take(std::size_t size) {
  buffer_.resize(size);
  return std::move(buffer_);
}

Result<PieceReader> PieceReader::open(const fs::path& path) {
  FileDescriptor file = open_file(path);
  if (!file.ok()) return unreadable(path, std::strerror(errno));
  return PieceReader(std::move(file), path);
}

PieceReader PieceReader::standard_input() {
  return {FileDescriptor(::dup(STDIN_FILENO)), "standard input"};
}

Result<std::string_view> PieceReader::next(std::size_t size) {
  buffer_.erase(0, given_);
  std::size_t end = buffer_.rfind('\n') + 1;  // of whole lines; 0 where there is none
  while (!at_end_ && (end == 0 || buffer_.size() < size)) {
    const std::size_t before = buffer_.size();
    buffer_.resize(std::max(size, before + before / 2));
    const ssize_t got = read_some(file_, buffer_.data() + before, buffer_.size() - before);
    if (got < 0) return unreadable(path_, std::strerror(errno));
    buffer_.resize(before + static_cast<std::size_t>(got));
    at_end_ = got == 0;
    if (const std::size_t newline = buffer_.rfind('\n'); newline != buffer_.npos) end = newline + 1;
  }
  given_ = at_end_ ? buffer_.size() : end;
  return std::string_view(buffer_).substr(0, given_);
}

Result<std::string> read_file(const fs::path& path) {
  FileReader reader;
  const Result<std::string_view> content = reader.read(path);
  if (!content) return content.error();
  return reader.take(content->size());
}

}  // namespace catchword
