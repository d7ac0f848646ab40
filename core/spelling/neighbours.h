// The words of a vocabulary that lie near to what was typed.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "spelling/edit_distance.h"
#include "spelling/spelling_lists.h"

namespace catchword {

struct Neighbour {
  SpelledWord word;
  std::uint32_t cost = 0;  ///< see EditDistance

  [[nodiscard]] std::uint32_t edits() const { return cost / kEditCost; }
};

/// All words at most `edits` (1 or 2) away from `folded`, itself included; the nearest first, among
/// equals the likelier. Empty for words too short to be told apart: of less than three characters, with
/// two edits of less than four. Of a chain they are chains with the same digits, which are
/// a version's, and else words. Complete once nothing is missing, except that where very many words share the part that
/// an edit must have left alone (a letter of a large bundle), only common ones are looked at, and that of chains two edits
/// away those are missing whose first and last third are both wrong.
///
/// Cost: two to five blocks for one edit, up to ten for two; some milliseconds.
std::vector<Neighbour> words_within(SpellingLists& lists, std::string_view folded,
                                    std::uint32_t edits);

/// The first and the last block that may hold keys that begin with `prefix`.
struct BlockRange {
  std::size_t first = 0;
  std::size_t last = 0;

  [[nodiscard]] std::size_t size() const { return last - first + 1; }
};
BlockRange blocks_of(const BlockTable& table, std::string_view prefix);

}  // namespace catchword
