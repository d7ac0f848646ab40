#include "build/id_hashes.h"

#include <algorithm>
#include <bit>
#include <string>
#include <unordered_set>

#include "build/content_hash.h"

namespace catchword {
namespace {

std::unordered_set<std::uint64_t> find_equal(std::vector<std::uint64_t> hashes) {
  std::sort(hashes.begin(), hashes.end());
  std::unordered_set<std::uint64_t> equal;
  for (std::size_t i = 1; i < hashes.size(); ++i) {
    if (hashes[i - 1] == hashes[i]) equal.insert(hashes[i]);
  }
  return equal;
}

// Of ids with equal hashes, which may be different.
Status check_unique(const Documents& documents, const std::unordered_set<std::uint64_t>& equal) {
  std::unordered_set<std::string> ids;
  return documents.visit([&](const Documents::Batch& batch, std::size_t) -> Status {
    for (const Document& document : batch) {
      if (!equal.contains(content_hash(document.id)) || ids.insert(document.id).second) continue;
      return Error{ErrorKind::kInput, "two documents have this id", document.id, "Give each document an id of its own"};
    }
    return {};
  });
}

}  // namespace

Result<std::vector<std::uint64_t>> hash_ids(const Documents& documents) {
  if (documents.empty()) {
    return Error{ErrorKind::kInput, "there is no document to index", "",
                 "Name a folder with HTML, Markdown, text or JSON lines"};
  }
  std::vector<std::uint64_t> hashes;
  hashes.reserve(documents.size());
  const Status visited = documents.visit([&](const Documents::Batch& batch, std::size_t) -> Status {
    for (const Document& document : batch) hashes.push_back(content_hash(document.id));
    return {};
  });
  if (!visited) return visited.error();
  const std::unordered_set<std::uint64_t> equal = find_equal(hashes);
  if (equal.empty()) return hashes;
  const Status unique = check_unique(documents, equal);
  return unique ? Result<std::vector<std::uint64_t>>(std::move(hashes)) : unique.error();
}

IdTable::IdTable(const std::vector<std::uint64_t>& ids) : ids_(ids), slots_(std::bit_ceil(2 * ids.size() + 1), kNone) {
  for (std::uint32_t i = 0; i < ids.size(); ++i) slots_[slot_of(ids[i])] = i;
}

std::uint32_t IdTable::find(std::string_view id) const { return slots_[slot_of(content_hash(id))]; }

std::size_t IdTable::slot_of(std::uint64_t hash) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  while (slots_[at] != kNone && ids_[slots_[at]] != hash) at = (at + 1) & mask;
  return at;
}

}  // namespace catchword
