// DocumentSet: some of a bundle's documents, a bit for each.
#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <vector>

#include "index/vocabulary.h"

namespace catchword {

/// Sets that are combined have the same universe: the documents 0 to `universe` - 1. Space:
/// universe / 8 bytes; combining, counting and walking are linear in that.
class DocumentSet {
 public:
  explicit DocumentSet(std::uint32_t universe = 0)
      : universe_(universe), words_((std::size_t{universe} + kWordBits - 1) / kWordBits) {}

  [[nodiscard]] std::uint32_t universe() const { return universe_; }

  /// REQUIRES: document < universe().
  void insert(DocId document) { words_[document / kWordBits] |= bit(document); }
  [[nodiscard]] bool contains(DocId document) const {
    return (words_[document / kWordBits] & bit(document)) != 0;
  }

  DocumentSet& operator&=(const DocumentSet& other) {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] &= other.words_[i];
    return *this;
  }
  DocumentSet& operator|=(const DocumentSet& other) {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] |= other.words_[i];
    return *this;
  }
  /// The documents that are in one of the two.
  DocumentSet& operator^=(const DocumentSet& other) {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] ^= other.words_[i];
    return *this;
  }

  /// The documents that are not in it.
  void complement() {
    for (std::uint64_t& word : words_) word = ~word;
    const std::uint32_t used = universe_ % kWordBits;
    if (used != 0) words_.back() &= bit(used) - 1;
  }

  [[nodiscard]] std::uint32_t count() const {
    std::uint32_t count = 0;
    for (const std::uint64_t word : words_) count += static_cast<std::uint32_t>(std::popcount(word));
    return count;
  }

  /// Calls `visit(document)` for each of those from `begin` to `end` - 1, ascending.
  template <class Visit>
  void for_each(DocId begin, DocId end, Visit visit) const {
    end = std::min(end, universe_);
    for (std::uint32_t i = begin / kWordBits; i * kWordBits < end; ++i) {
      for (std::uint64_t word = words_[i]; word != 0; word &= word - 1) {
        const DocId document = i * kWordBits + static_cast<std::uint32_t>(std::countr_zero(word));
        if (document >= begin && document < end) visit(document);
      }
    }
  }

  friend bool operator==(const DocumentSet&, const DocumentSet&) = default;

 private:
  static constexpr std::uint32_t kWordBits = 64;

  static std::uint64_t bit(DocId document) { return std::uint64_t{1} << document % kWordBits; }

  std::uint32_t universe_;
  std::vector<std::uint64_t> words_;
};

}  // namespace catchword
