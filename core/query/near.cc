#include "query/near.h"

namespace catchword {
namespace {

// The places in `right` that have one of `left` at most `before` places before them or `behind` behind. Both ascend.
Places near_to(const Places& left, const Places& right, std::uint64_t before, std::uint64_t behind) {
  Places near;
  std::size_t first = 0;  // the first of `left` that isn't too far before
  for (const std::uint64_t place : right) {
    while (first < left.size() && left[first] + before < place) ++first;
    if (first < left.size() && left[first] <= place + behind) near.push_back(place);
  }
  return near;
}

}  // namespace

DocumentList find_near(std::span<const Stand> stands, std::uint32_t distance) {
  Places places = stands[0].places;
  for (std::size_t i = 1; i < stands.size(); ++i) {
    places = near_to(places, stands[i].places, distance + stands[i - 1].length, distance + stands[i].length);
  }
  DocumentList documents;
  for (const std::uint64_t place : places) {
    const auto document = static_cast<DocId>(place >> 32);
    if (documents.empty() || documents.back() != document) documents.push_back(document);
  }
  return documents;
}

}  // namespace catchword
