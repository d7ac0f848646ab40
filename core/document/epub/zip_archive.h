// ZipArchive: the files of a ZIP archive in memory, by libzip.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

struct zip;

namespace catchword {

/// Reads files by name. Borrows the bytes it was opened on. What it hands out altogether is
/// bounded, so that a small archive can't fill the memory.
class ZipArchive {
 public:
  static constexpr std::uint64_t kMaxFileBytes = std::uint64_t{64} << 20;
  static constexpr std::uint64_t kMaxAllBytes = std::uint64_t{512} << 20;

  /// Fails with kInput when `bytes` are no archive.
  static Result<ZipArchive> open(std::string_view bytes);

  /// The content of the file `name`; nothing when there is none, it is damaged or too large.
  std::optional<std::string> read(const std::string& name);

  /// Whether there is a file `name`.
  [[nodiscard]] bool has(const std::string& name) const;

 private:
  struct Close {
    void operator()(zip* archive) const;
  };
  explicit ZipArchive(zip* archive) : archive_(archive) {}

  std::unique_ptr<zip, Close> archive_;
  std::uint64_t handed_out_ = 0;
};

}  // namespace catchword
