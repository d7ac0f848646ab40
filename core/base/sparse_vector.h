// SparseVector: a long vector of which a query touches few elements.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace catchword {

/// As `std::vector<T>(size)`, but an element takes its room when it is first written to: four bytes
/// for each of `size`, and a T for each that was touched. REQUIRES: size < 2^32.
template <class T>
class SparseVector {
 public:
  explicit SparseVector(std::size_t size) : places_(size) {}

  /// Valid until another element is touched.
  T& operator[](std::size_t i) {
    if (places_[i] == 0) {
      values_.emplace_back();
      places_[i] = static_cast<std::uint32_t>(values_.size());
    }
    return values_[places_[i] - 1];
  }

  /// REQUIRES: touched before.
  const T& operator[](std::size_t i) const { return values_[places_[i] - 1]; }

 private:
  std::vector<std::uint32_t> places_;  // in values_, plus one; 0 for what was not touched
  std::vector<T> values_;
};

}  // namespace catchword
