// FileBudget: how many files each part of a bundle may be, so that all together a host takes.
#pragma once

#include <algorithm>
#include <cstddef>

namespace catchword {

/// At least one of each part. A first search loads five texts and some two term blocks, of average size: least is
/// the sum where the numbers of the files are to each other as the roots of what they hold, times these. Positions,
/// which few searches load, can do with what is left.
class FileBudget {
 public:
  /// Of `files` in all, scripts and directories included.
  explicit constexpr FileBudget(std::size_t files) : rest_(files - std::min(files, kOthers)) {}

  [[nodiscard]] constexpr std::size_t texts() const { return share(40); }
  [[nodiscard]] constexpr std::size_t columns() const { return share(4); }
  [[nodiscard]] constexpr std::size_t spelling() const { return share(1); }
  [[nodiscard]] constexpr std::size_t map() const { return share(1); }

  /// Where texts and columns are `written` files.
  [[nodiscard]] constexpr std::size_t terms(std::size_t written) const {
    return left_by(written + share(kPositions) + spelling() + map());
  }

  [[nodiscard]] constexpr std::size_t positions(std::size_t written, std::size_t terms) const {
    return left_by(written + terms + spelling() + map());
  }

 private:
  static constexpr std::size_t kOthers = 128;
  static constexpr std::size_t kPositions = 4;

  [[nodiscard]] constexpr std::size_t share(std::size_t of_64) const {
    return std::max<std::size_t>(rest_ * of_64 / 64, 1);
  }
  [[nodiscard]] constexpr std::size_t left_by(std::size_t taken) const {
    return std::max<std::size_t>(rest_ - std::min(rest_, taken), 1);
  }

  std::size_t rest_;
};

}  // namespace catchword
