// HashCounts: on how many pages was something seen? Counts by 64-bit hash.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace catchword {

/// A hash of `text`, other for other `seed`s. Not for untrusted opponents: who makes two lines of
/// his own pages collide loses a line.
std::uint64_t hash_text(std::string_view text, std::uint64_t seed);

/// An open-addressed table of counts. Adding is amortised constant time; 16 bytes an entry at a
/// load of at most two thirds.
class HashCounts {
 public:
  /// Counts `hash` once for `page`. REQUIRES: all that is added for a page is added in a row.
  void add(std::uint64_t hash, std::uint32_t page);

  /// The number of pages for which `hash` was added.
  [[nodiscard]] std::uint32_t count(std::uint64_t hash) const;

  /// Adds the counts of `other`. REQUIRES: no page was added to both.
  void merge(const HashCounts& other);

 private:
  struct Entry {
    std::uint64_t hash = 0;  ///< 0 marks a free entry
    std::uint32_t page = 0;  ///< the last one
    std::uint32_t count = 0;
  };

  Entry& entry_of(std::uint64_t hash);
  void grow();

  std::vector<Entry> entries_;
  std::size_t used_ = 0;
};

}  // namespace catchword
