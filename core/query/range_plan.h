// RangePlan: which files of a scale a range takes.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "index/scale.h"

namespace catchword {

/// An end behind all order keys: no UTF-8 has such a byte.
inline constexpr const char* kNoEnd = "\xFF";

/// The values whose order keys are not before `from`, and before `to`.
struct KeyRange {
  std::string from;
  std::string to = kNoEnd;
};

/// Some values of a band: those of the range.
struct BandPart {
  std::uint32_t band = 0;
  KeyRange values;
};

/// What a range's documents are put together from. Where documents have one value at most, a document is in the range
/// when an odd number of these have it: what is too much in one is taken out by another. Where they may have several,
/// when one of these has it.
struct RangePlan {
  bool every = false;                ///< all documents of the bundle
  std::vector<std::uint32_t> files;  ///< bands and spans as a whole, by their numbers
  std::vector<BandPart> parts;
};

/// The cheapest plan, by estimated bytes. Time: at worst the square of the scale's bands.
RangePlan plan_range(const Scale& scale, const KeyRange& range, std::uint32_t documents);

}  // namespace catchword
