// StagingFolder: where a bundle is written before anybody can see it. An existing bundle stays whole
// at every moment: until all of the new one is there, and if that fails, for good.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/result.h"
#include "build/output_folder.h"

namespace catchword {

/// A new folder beside the output, which `publish` swaps with it in one step. Where that can't be (the
/// output is a mount point or the current folder, or its parent isn't ours to write), it is made in
/// the output; then `publish` moves the files in, the two with fixed names last, and what pages know
/// of the old build is not removed before.
///
/// Owns the folder: what was not published is removed with the object.
class StagingFolder {
 public:
  /// Error: kOutput. Missing folders above the output are made.
  static Result<StagingFolder> create(const OutputFolder& output);

  ~StagingFolder();
  StagingFolder(StagingFolder&& other) noexcept;
  StagingFolder& operator=(StagingFolder&&) = delete;

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

  /// Puts the files `names`, which have been written into path(), in the place of the output. Of the
  /// bundle there, `keep` stays, and so does every file that is none of a bundle's. Error: kOutput;
  /// then the output is as it was, or its message says what is left to do.
  Status publish(const std::vector<std::string>& names, const std::vector<std::string>& keep);

 private:
  StagingFolder(const OutputFolder& output, std::filesystem::path path, bool inside)
      : output_(output.path), exists_(output.exists), path_(std::move(path)), inside_(inside) {}

  Status carry_over(const std::vector<std::string>& keep) const;
  Status swap();
  Status swap_in_steps();
  Status remove_old();
  Status move_in(const std::vector<std::string>& names) const;
  Status remove_outdated(std::vector<std::string> wanted) const;

  std::filesystem::path output_;
  bool exists_;
  std::filesystem::path path_;  // empty: nothing to remove
  bool inside_;
};

}  // namespace catchword
