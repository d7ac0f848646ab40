// SparseVector: it holds what a vector would.
#include "base/sparse_vector.h"

#include "support/property.h"

namespace catchword::test {

TEST_CASE("a sparse vector holds what a vector holds") {
  check_property([] {
    constexpr std::size_t kSize = 50;
    const auto places = *rc::gen::container<std::vector<std::size_t>>(
        rc::gen::inRange<std::size_t>(0, kSize));
    SparseVector<int> sparse(kSize);
    std::vector<int> plain(kSize);
    for (std::size_t i = 0; i < places.size(); ++i) {
      sparse[places[i]] += static_cast<int>(i) + 1;
      plain[places[i]] += static_cast<int>(i) + 1;
    }
    const SparseVector<int>& read = sparse;
    for (const std::size_t place : places) RC_ASSERT(read[place] == plain[place]);
    for (std::size_t i = 0; i < kSize; ++i) RC_ASSERT(sparse[i] == plain[i]);
  });
}

}  // namespace catchword::test
