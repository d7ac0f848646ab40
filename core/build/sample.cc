#include "build/sample.h"

#include <algorithm>
#include <numeric>

namespace catchword {
namespace {

constexpr std::size_t kSamples = 64;

}  // namespace

std::vector<std::size_t> sample_documents(std::span<const std::uint64_t> ids) {
  std::vector<std::size_t> sample(std::min(ids.size(), kSamples));
  std::vector<std::size_t> numbers(ids.size());
  std::iota(numbers.begin(), numbers.end(), std::size_t{0});
  std::partial_sort_copy(numbers.begin(), numbers.end(), sample.begin(), sample.end(), [&](std::size_t a, std::size_t b) {
    return ids[a] != ids[b] ? ids[a] < ids[b] : a < b;
  });
  return sample;
}

}  // namespace catchword
