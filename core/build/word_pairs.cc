#include "build/word_pairs.h"

#include <algorithm>
#include <bit>

namespace catchword {
namespace {

std::size_t slot_of(Position position, std::size_t slots) {
  return position * 0x9E3779B1u >> (32 - std::countr_zero(slots));
}

}  // namespace

std::uint32_t WordPairs::add(TermId first, TermId second) {
  const std::size_t terms = std::max(first, second) + std::size_t{1};
  if (roles_.size() < terms) {
    roles_.resize(terms, kNone);
    heads_.resize(terms, 0);
  }
  roles_[first] = static_cast<Role>(roles_[first] | kFirst);
  roles_[second] = static_cast<Role>(roles_[second] | kSecond);
  pairs_.push_back({first, second, heads_[first]});
  heads_[first] = static_cast<std::uint32_t>(pairs_.size());
  return heads_[first] - 1;
}

void WordPairs::add_word(TermId term, std::span<const Position> positions) {
  const Role role = term < roles_.size() ? roles_[term] : kNone;
  for (const Position position : positions) {
    if (role & kFirst) behind_.push_back({position + 1, term});
    if (role & kSecond) seconds_.push_back({position, term});
  }
}

void WordPairs::finish_document() {
  constexpr TermId kEmpty = ~TermId{0};
  if (!behind_.empty() && !seconds_.empty()) {
    table_.assign(std::bit_ceil(2 * behind_.size()), {0, kEmpty});
    const std::size_t mask = table_.size() - 1;
    for (const Place& place : behind_) {
      std::size_t slot = slot_of(place.position, table_.size());
      while (table_[slot].term != kEmpty) slot = (slot + 1) & mask;
      table_[slot] = place;
    }
    for (const Place& second : seconds_) {
      std::size_t slot = slot_of(second.position, table_.size());
      for (; table_[slot].term != kEmpty; slot = (slot + 1) & mask) {
        if (table_[slot].position == second.position) count(table_[slot].term, second.term);
      }
    }
  }
  behind_.clear();
  seconds_.clear();
  ++document_;
}

void WordPairs::count(TermId first, TermId second) {
  for (std::uint32_t at = heads_[first]; at != 0; at = pairs_[at - 1].next) {
    Pair& pair = pairs_[at - 1];
    if (pair.second != second || pair.last == document_) continue;
    pair.last = document_;
    ++pair.documents;
  }
}

}  // namespace catchword
