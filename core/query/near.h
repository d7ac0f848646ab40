// Documents in which words or phrases stand near each other, found by positions.
#pragma once

#include <span>

#include "query/document_list.h"
#include "query/phrase.h"

namespace catchword {

/// Where a word or a phrase begins, and how many places it takes.
struct Stand {
  Places places;
  std::uint32_t length;
};

/// The documents in which each of `stands` has at most `distance` words between it and the one before it in the
/// list, on either side. Linear in the places.
DocumentList find_near(std::span<const Stand> stands, std::uint32_t distance);

}  // namespace catchword
