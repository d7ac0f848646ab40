// HashCounts: on how many pages was something seen? Counts by 64-bit hash.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace catchword {

/// A hash of `text`, other for other `seed`s. Not for untrusted opponents: who makes two lines of
/// his own pages collide loses a line.
std::uint64_t hash_text(std::string_view text, std::uint64_t seed);

/// Counts in open-addressed tables. Adding is amortised constant time; 16 bytes an entry at a
/// load of at most two thirds.
class HashCounts {
 public:
  /// The counts lie in so many parts, by hash, which may be merged at the same time.
  static constexpr std::size_t kParts = 16;

  /// Counts `hash` once for `page`. REQUIRES: all that is added for a page is added in a row.
  void add(std::uint64_t hash, std::uint32_t page) { parts_[part_of(hash)].add(hash, page); }

  /// The number of pages for which `hash` was added.
  [[nodiscard]] std::uint32_t count(std::uint64_t hash) const {
    return parts_[part_of(hash)].count(hash);
  }

  /// The same for many.
  void add(const std::vector<std::uint64_t>& hashes, std::uint32_t page);

  /// Adds the counts of one part of `other`. REQUIRES: no page was added to both.
  void merge(const HashCounts& other, std::size_t part) { parts_[part].merge(other.parts_[part]); }

  /// Forgets what one part has on fewer pages.
  void drop_rare(std::uint32_t fewest, std::size_t part) { parts_[part].drop_rare(fewest); }

 private:
  struct Entry {
    std::uint64_t hash = 0;  ///< 0 marks a free entry
    std::uint32_t page = 0;  ///< the last one
    std::uint32_t count = 0;
  };

  class Table {
   public:
    void add(std::uint64_t hash, std::uint32_t page);
    void merge(const Table& other);
    void drop_rare(std::uint32_t fewest);
    void expect(std::uint64_t hash) const;
    [[nodiscard]] std::uint32_t count(std::uint64_t hash) const;

   private:
    [[nodiscard]] std::size_t slot_of(std::uint64_t hash) const;
    Entry& entry_of(std::uint64_t hash) { return entries_[slot_of(hash)]; }
    void grow();
    void rehash(std::size_t size);

    std::vector<Entry> entries_;
    std::size_t used_ = 0;
  };

  static std::size_t part_of(std::uint64_t hash) { return hash >> 60; }

  std::array<Table, kParts> parts_;
};

}  // namespace catchword
