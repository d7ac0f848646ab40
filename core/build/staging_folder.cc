#include "build/staging_folder.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <system_error>
#include <utility>

#include "base/file_error.h"
#include "build/bundle_names.h"

namespace catchword {
namespace {

namespace fs = std::filesystem;

constexpr mode_t kFolderMode = 0777;

std::string suffix(const char* what) {
  return std::string(".catchword-").append(what).append("-").append(std::to_string(::getpid()));
}

fs::path beside(const fs::path& folder, const char* what) {
  fs::path path = folder;
  return path += suffix(what);
}

bool is_mount_point(const fs::path& folder) {
  struct statx about {};
  return ::statx(AT_FDCWD, folder.c_str(), 0, 0, &about) == 0 &&
         (about.stx_attributes & STATX_ATTR_MOUNT_ROOT) != 0;
}

// Shells and programs that stand in a folder would stay in the old one after a swap.
bool holds_current_folder(const fs::path& folder) {
  std::error_code error;
  const fs::path current = fs::current_path(error);
  const auto [rest, unused] =
      std::mismatch(folder.begin(), folder.end(), current.begin(), current.end());
  return !error && rest == folder.end();
}

// Whoever had our process id before us was stopped before it could clean up.
bool make_folder(const fs::path& folder) {
  if (::mkdir(folder.c_str(), kFolderMode) == 0) return true;
  if (errno != EEXIST) return false;
  std::error_code ignored;
  fs::remove_all(folder, ignored);
  return ::mkdir(folder.c_str(), kFolderMode) == 0;
}

bool is_forbidden(int code) { return code == EACCES || code == EPERM || code == EROFS; }

// Subfolders are made as they are needed; of strangers the empty ones, too.
bool is_bundle_folder_name(const fs::path& relative) {
  constexpr std::array<const char*, 4> kFolders{"terms", "positions", "text", "offline"};
  return std::any_of(kFolders.begin(), kFolders.end(),
                     [&relative](const char* name) { return relative == name; });
}

// A second name for the file, or where the file system has no such thing, a copy. 0, or what errno
// would be.
int link_or_copy(const fs::path& from, const fs::path& to) {
  std::error_code error;
  fs::create_directories(to.parent_path(), error);
  if (error) return error.value();
  if (::linkat(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), 0) == 0) return 0;
  fs::copy(from, to, fs::copy_options::copy_symlinks, error);
  return error.value();
}

bool contains(const std::vector<std::string>& sorted, const std::string& name) {
  return std::binary_search(sorted.begin(), sorted.end(), name);
}

Error not_removed(int code, const fs::path& path) {
  return {ErrorKind::kOutput,
          "the new bundle is in place, but the old one is left here: " +
              std::generic_category().message(code),
          path.string(), "Remove this folder"};
}

}  // namespace

Result<StagingFolder> StagingFolder::create(const OutputFolder& output) {
  std::error_code error;
  fs::create_directories(output.path.parent_path(), error);
  if (error) return output_error(error.value(), output.path.parent_path());
  const fs::path sibling = beside(output.path, "new");
  const bool must_be_inside =
      output.exists && (is_mount_point(output.path) || holds_current_folder(output.path));
  if (!must_be_inside) {
    if (make_folder(sibling)) return StagingFolder(output, sibling, false);
    if (!output.exists || !is_forbidden(errno)) return output_error(errno, output.path);
  }
  const fs::path child = output.path / suffix("new");
  if (!make_folder(child)) return output_error(errno, output.path);
  return StagingFolder(output, child, true);
}

StagingFolder::~StagingFolder() {
  std::error_code ignored;
  if (!path_.empty()) fs::remove_all(path_, ignored);
}

StagingFolder::StagingFolder(StagingFolder&& other) noexcept
    : output_(std::move(other.output_)),
      exists_(other.exists_),
      path_(std::exchange(other.path_, fs::path())),
      inside_(other.inside_) {}

Status StagingFolder::publish(const std::vector<std::string>& names,
                              const std::vector<std::string>& keep) {
  if (!inside_) {
    const Status carried = exists_ ? carry_over(keep) : Status();
    return carried ? swap() : carried;
  }
  if (const Status moved = move_in(names); !moved) return moved;
  std::vector<std::string> wanted = names;
  wanted.insert(wanted.end(), keep.begin(), keep.end());
  return remove_outdated(std::move(wanted));
}

// Links `keep` and all files that are not ours into the new folder.
Status StagingFolder::carry_over(const std::vector<std::string>& keep) const {
  std::error_code error;
  fs::recursive_directory_iterator at(output_, error);
  for (; !error && at != fs::recursive_directory_iterator(); at.increment(error)) {
    const fs::path relative = at->path().lexically_relative(output_);
    const bool ours = is_bundle_name(relative.generic_string());
    if (ours && !contains(keep, relative.generic_string())) continue;
    if (!at->is_symlink(error) && at->is_directory(error)) {
      if (!is_bundle_folder_name(relative)) fs::create_directories(path_ / relative, error);
      continue;
    }
    const int code = link_or_copy(at->path(), path_ / relative);
    if (code != 0) return output_error(code, at->path());
  }
  return error ? Status(output_error(error.value(), output_)) : Status();
}

Status StagingFolder::swap() {
  struct stat about {};
  if (exists_ && ::stat(output_.c_str(), &about) == 0) ::chmod(path_.c_str(), about.st_mode & 07777);
  const unsigned flags = exists_ ? RENAME_EXCHANGE : 0;
  if (::renameat2(AT_FDCWD, path_.c_str(), AT_FDCWD, output_.c_str(), flags) == 0) {
    return remove_old();
  }
  const bool unknown = errno == ENOSYS || errno == EINVAL;  // to this file system
  return unknown ? swap_in_steps() : Status(output_error(errno, output_));
}

Status StagingFolder::swap_in_steps() {
  const fs::path old = beside(output_, "old");
  if (exists_ && ::rename(output_.c_str(), old.c_str()) != 0) return output_error(errno, output_);
  if (::rename(path_.c_str(), output_.c_str()) != 0) {
    const int code = errno;
    if (exists_) static_cast<void>(::rename(old.c_str(), output_.c_str()));
    return output_error(code, output_);
  }
  path_ = old;
  return remove_old();
}

Status StagingFolder::remove_old() {
  const fs::path old = std::exchange(path_, fs::path());
  std::error_code error;
  fs::remove_all(old, error);
  return error ? Status(not_removed(error.value(), old)) : Status();
}

Status StagingFolder::move_in(const std::vector<std::string>& names) const {
  std::vector<std::string> ordered = names;
  std::stable_partition(ordered.begin(), ordered.end(),
                        [](const std::string& name) { return !is_fixed_name(name); });
  for (const std::string& name : ordered) {
    const fs::path to = output_ / name;
    std::error_code error;
    fs::create_directories(to.parent_path(), error);
    if (!error) fs::rename(path_ / name, to, error);
    if (error) return output_error(error.value(), to);
  }
  return {};
}

Status StagingFolder::remove_outdated(std::vector<std::string> wanted) const {
  std::sort(wanted.begin(), wanted.end());
  std::vector<fs::path> outdated;
  std::error_code error;
  fs::recursive_directory_iterator at(output_, error);
  for (; !error && at != fs::recursive_directory_iterator(); at.increment(error)) {
    const std::string name = at->path().lexically_relative(output_).generic_string();
    if (is_bundle_name(name) && !contains(wanted, name)) outdated.push_back(at->path());
  }
  for (const fs::path& path : outdated) {
    if (!error) fs::remove(path, error);
  }
  return error ? Status(output_error(error.value(), output_)) : Status();
}

}  // namespace catchword
