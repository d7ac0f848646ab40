#include "base/file_error.h"

#include <cerrno>
#include <system_error>

namespace catchword {
namespace {

constexpr std::uint64_t kMegabyte = 1'000'000;

std::string free_space(std::uint64_t bytes) {
  if (bytes == 0) return "Free some space there, or choose another folder";
  const std::uint64_t megabytes = (bytes + kMegabyte - 1) / kMegabyte;
  return "Free at least " + std::to_string(megabytes) + " MB there, or choose another folder";
}

std::string remedy_of(int code, std::uint64_t bytes) {
  switch (code) {
    case ENOSPC:
    case EDQUOT: return free_space(bytes);
    case EACCES:
    case EPERM: return "Give yourself write permission there, or choose another folder";
    case EROFS: return "Choose a folder on a file system that can be written";
    case EEXIST:
    case ENOTDIR: return "Move away what stands in its place, or choose another folder";
    case EMFILE:
    case ENFILE: return "Close other programs, or raise the limit of open files (ulimit -n)";
    default: return "Choose another folder";
  }
}

}  // namespace

Error output_error(int code, const std::filesystem::path& where, std::uint64_t bytes) {
  return {ErrorKind::kOutput, "cannot be written: " + std::generic_category().message(code),
          where.string(), remedy_of(code, bytes)};
}

}  // namespace catchword
