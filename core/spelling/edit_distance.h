// EditDistance: how many slips of the hand part one word from another.
#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace catchword {

/// What one edit costs at least. A cost divided by it is the number of edits, for up to two: an edit's
/// surcharge is below half of it.
inline constexpr std::uint32_t kEditCost = 16;

inline constexpr std::uint32_t kTooFar = std::numeric_limits<std::uint32_t>::max();

/// The distance from one typed word to many. An edit puts in, leaves out or replaces a character, or
/// exchanges two neighbours, each character being edited once (the restricted Damerau-Levenshtein
/// distance: Boytsov, "Indexing methods for approximate dictionary searching", 2011, section 2.2).
/// The fewest edits decide; among as many, those are nearer that hands make more often.
class EditDistance {
 public:
  /// Words more than `edits` (1 or 2) away are too far.
  EditDistance(std::u32string typed, std::uint32_t edits)
      : typed_(std::move(typed)), edits_(edits) {}

  /// The cost of `word`, or kTooFar. Linear in its length.
  [[nodiscard]] std::uint32_t cost_of(std::string_view word);

 private:
  [[nodiscard]] std::uint32_t cheapest(std::size_t i, std::size_t j) const;
  [[nodiscard]] bool doubles(const std::u32string& text, std::size_t i) const;

  std::u32string typed_;
  std::u32string word_;
  std::uint32_t edits_;
  std::vector<std::uint32_t> rows_[3];  // of the table: this one and the two before
};

}  // namespace catchword
