#include "build/folder_writer.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <cerrno>

#include "base/file_error.h"
#include "base/parallel.h"

namespace catchword {
namespace {

constexpr mode_t kFileMode = 0666;  // less the process's mask
constexpr mode_t kFolderMode = 0777;
constexpr int kOpenFolder = O_RDONLY | O_DIRECTORY | O_CLOEXEC;

// False with errno set when not all of it could be written.
bool write_all(int file, ByteView bytes) {
  while (!bytes.empty()) {
    const ssize_t count = ::write(file, bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return false;
    bytes = bytes.subspan(static_cast<std::size_t>(count));
  }
  return true;
}

bool write_file(int folder, const std::string& name, ByteView bytes) {
  constexpr int kCreate = O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC;
  FileDescriptor file(::openat(folder, name.c_str(), kCreate, kFileMode));
  return file.ok() && write_all(file.get(), bytes) && file.close();
}

// Whether the file holds just these bytes.
bool holds(int file, ByteView bytes) {
  struct stat about {};
  if (::fstat(file, &about) != 0 || !S_ISREG(about.st_mode)) return false;
  if (static_cast<std::uint64_t>(about.st_size) != bytes.size()) return false;
  std::array<std::uint8_t, 16384> buffer;
  while (!bytes.empty()) {
    const ssize_t count = ::read(file, buffer.data(), std::min(buffer.size(), bytes.size()));
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return false;
    const auto size = static_cast<std::size_t>(count);
    if (!std::equal(buffer.begin(), buffer.begin() + count, bytes.begin())) return false;
    bytes = bytes.subspan(size);
  }
  return true;
}

}  // namespace

Result<FolderWriter> FolderWriter::open(const std::filesystem::path& folder,
                                        const std::filesystem::path& shown,
                                        std::uint64_t expected) {
  FileDescriptor top(::open(folder.c_str(), kOpenFolder));
  if (!top.ok()) return output_error(errno, shown);
  return FolderWriter(shown, std::move(top), expected);
}

Status FolderWriter::write(std::string_view name, ByteView bytes) {
  const Status written = write_at(place_of(name), name, bytes);
  if (written) names_.emplace_back(name);
  return written;
}

Status FolderWriter::write_files(std::span<const BundleFile> files, unsigned jobs) {
  std::vector<Place> places;
  for (const BundleFile& file : files) {
    places.push_back(place_of(file.name));
    if (places.back().folder < 0) return write_at(places.back(), file.name, {});  // says why
  }
  std::vector<Status> written(files.size());
  parallel_for(files.size(), jobs, [&](std::size_t i, unsigned) {
    Bytes buffer;
    const Result<ByteView> bytes = files[i].bytes.read(buffer);
    written[i] = bytes ? write_at(places[i], files[i].name, *bytes) : bytes.error();
  });
  for (std::size_t i = 0; i < files.size(); ++i) {
    if (!written[i]) return written[i];
    names_.push_back(files[i].name);
  }
  return {};
}

FolderWriter::Place FolderWriter::place_of(std::string_view name) {
  const std::size_t slash = name.find('/');
  if (slash == name.npos) return {top_.get(), std::string(name)};
  return {subfolder(std::string(name.substr(0, slash))), std::string(name.substr(slash + 1))};
}

Status FolderWriter::write_at(const Place& place, std::string_view name, ByteView bytes) const {
  if (place.folder < 0) return failure(name.substr(0, name.find('/')));
  if (link(name, place.folder, place.file, bytes) || write_file(place.folder, place.file, bytes)) return {};
  return failure(name);
}

void FolderWriter::reuse(const std::filesystem::path& folder) {
  before_ = FileDescriptor(::open(folder.c_str(), kOpenFolder));
}

bool FolderWriter::link(std::string_view name, int folder, const std::string& file, ByteView bytes) const {
  if (!before_.ok()) return false;
  const std::string path(name);
  constexpr int kOpen = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC;
  const FileDescriptor old(::openat(before_.get(), path.c_str(), kOpen));
  return old.ok() && holds(old.get(), bytes) &&
         ::linkat(before_.get(), path.c_str(), folder, file.c_str(), 0) == 0;
}

// The open subfolder `name`, made when it isn't there; -1 with errno set when it can't be.
int FolderWriter::subfolder(const std::string& name) {
  const auto found = subfolders_.find(name);
  if (found != subfolders_.end()) return found->second.get();
  if (::mkdirat(top_.get(), name.c_str(), kFolderMode) != 0 && errno != EEXIST) return -1;
  FileDescriptor folder(::openat(top_.get(), name.c_str(), kOpenFolder | O_NOFOLLOW));
  if (!folder.ok()) return -1;
  return subfolders_.emplace(name, std::move(folder)).first->second.get();
}

Error FolderWriter::failure(std::string_view name) const {
  return output_error(errno, shown_ / name, expected_);
}

}  // namespace catchword
