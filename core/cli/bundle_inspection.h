// Counts what a bundle holds, and its bytes by what they are spent on.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "cli/opened_bundle.h"
#include "index/column_directory.h"

namespace catchword {

/// Sizes of some files, in bytes.
struct SizeSummary {
  std::size_t count = 0;
  std::uint64_t total = 0;
  std::uint64_t median = 0;
  std::uint64_t most = 0;

  [[nodiscard]] double mean() const {
    return count == 0 ? 0 : static_cast<double>(total) / static_cast<double>(count);
  }
};

SizeSummary summarize(std::vector<std::uint64_t> sizes);

struct ColumnInspection {
  ColumnKey key;
  std::size_t bytes = 0;    ///< that say which document has which values
  double entropy_bits = 0;  ///< of the values, each by itself and by its frequency
};

struct BundleInspection {
  /// By part, in the order in which a search needs them: "loader", "element", "engine", "lean", "root",
  /// "terms", "positions", "documents", "spelling", "primer", "text", "columns", "speller", "full",
  /// "offline", "manifest", "previous". Parts without files are left out.
  std::vector<std::pair<std::string, SizeSummary>> parts;
  SizeSummary all;
  std::uint64_t terms = 0;        ///< without completions
  std::uint64_t completions = 0;  ///< terms that stand for all that begin so
  std::uint64_t postings = 0;     ///< without those of completions

  std::uint64_t positions = 0;

  std::vector<ColumnInspection> columns;  ///< by key

  /// The bits of a part for each of `things`; 0 where there is none.
  [[nodiscard]] double bits_of(std::string_view part, std::uint64_t things) const;

  /// The part's sizes; all zero when the bundle has no such part.
  [[nodiscard]] SizeSummary part(std::string_view name) const;
};

/// Error: kDamaged for a file that is missing or can't be decoded.
Result<BundleInspection> inspect_bundle(const OpenedBundle& bundle);

}  // namespace catchword
