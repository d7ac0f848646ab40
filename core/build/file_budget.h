// FileBudget: how many files each part of a bundle may be, so that all together a host takes.
#pragma once

#include <algorithm>
#include <cstddef>

namespace catchword {

/// Of each part at least one. A first search loads five texts and some two term blocks, and of either a file of
/// average size: least is the sum where the files are to each other as the roots of what they hold, times these.
/// A term block has positions of its own, so there are more files of positions than of terms.
struct FileBudget {
  std::size_t texts;
  std::size_t terms;
  std::size_t positions;
  std::size_t columns;
  std::size_t spelling;
  std::size_t map;

  /// Of `files` in all, scripts and directories included.
  static constexpr FileBudget of(std::size_t files) {
    constexpr std::size_t kOthers = 64;
    const auto share = [rest = files - std::min(files, kOthers)](std::size_t of_64) {
      return std::max<std::size_t>(rest * of_64 / 64, 1);
    };
    const std::size_t terms = share(9);
    return {share(36), terms, terms + share(2), share(4), share(2), share(1)};
  }
};

}  // namespace catchword
