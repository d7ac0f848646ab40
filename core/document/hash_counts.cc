// External interface: HashCounts, hash_text.
#include "document/hash_counts.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <utility>

namespace catchword {
namespace {

constexpr std::size_t kFirstSize = 64;  // entries
constexpr std::size_t kAhead = 12;      // entries

std::uint64_t usable(std::uint64_t hash) { return hash == 0 ? 1 : hash; }

}  // namespace

std::uint64_t hash_text(std::string_view text, std::uint64_t seed) {
  return XXH3_64bits_withSeed(text.data(), text.size(), seed);
}

// Where `hash` is, or would be.
std::size_t HashCounts::Table::slot_of(std::uint64_t hash) const {
  const std::size_t mask = entries_.size() - 1;
  std::size_t slot = hash & mask;
  while (entries_[slot].hash != 0 && entries_[slot].hash != hash) slot = (slot + 1) & mask;
  return slot;
}

// Makes room for one more.
void HashCounts::Table::grow() {
  if (used_ * 3 < entries_.size() * 2) return;
  rehash(entries_.empty() ? kFirstSize : entries_.size() * 2);
}

void HashCounts::Table::rehash(std::size_t size) {
  const std::vector<Entry> old = std::exchange(entries_, std::vector<Entry>(size));
  for (const Entry& entry : old) {
    if (entry.hash != 0) entry_of(entry.hash) = entry;
  }
}

void HashCounts::Table::add(std::uint64_t hash, std::uint32_t page) {
  hash = usable(hash);
  grow();
  Entry& entry = entry_of(hash);
  if (entry.hash == 0) {
    entry = {hash, page, 1};
    ++used_;
  } else if (entry.page != page) {
    entry.page = page;
    ++entry.count;
  }
}

std::uint32_t HashCounts::Table::count(std::uint64_t hash) const {
  return entries_.empty() ? 0 : entries_[slot_of(usable(hash))].count;
}

// Fetches what `add` will need of a table that is larger than the caches.
void HashCounts::Table::expect(std::uint64_t hash) const {
  if (!entries_.empty()) __builtin_prefetch(&entries_[usable(hash) & (entries_.size() - 1)], 1);
}

void HashCounts::Table::drop_rare(std::uint32_t fewest) {
  std::erase_if(entries_, [fewest](const Entry& entry) { return entry.count < fewest; });
  std::size_t size = kFirstSize;
  while (entries_.size() * 3 >= size * 2) size *= 2;
  rehash(size);
}

void HashCounts::Table::merge(const Table& other) {
  for (const Entry& theirs : other.entries_) {
    if (theirs.hash == 0) continue;
    grow();
    Entry& entry = entry_of(theirs.hash);
    if (entry.hash == 0) {
      entry = theirs;
      entry.page = ~std::uint32_t{0};
      ++used_;
    } else {
      entry.count += theirs.count;
    }
  }
}

void HashCounts::add(const std::vector<std::uint64_t>& hashes, std::uint32_t page) {
  for (std::size_t i = 0; i < hashes.size(); ++i) {
    if (i + kAhead < hashes.size()) {
      const std::uint64_t later = hashes[i + kAhead];
      parts_[part_of(later)].expect(later);
    }
    add(hashes[i], page);
  }
}

}  // namespace catchword
