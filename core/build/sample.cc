#include "build/sample.h"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "build/content_hash.h"

namespace catchword {
namespace {

constexpr std::size_t kSamples = 64;

}  // namespace

std::vector<std::size_t> sample_documents(std::span<const Document> documents) {
  std::vector<std::pair<std::uint64_t, std::size_t>> order;  // by hash
  for (std::size_t i = 0; i < documents.size(); ++i) {
    order.emplace_back(content_hash(as_bytes(documents[i].id)), i);
  }
  std::sort(order.begin(), order.end());
  std::vector<std::size_t> sample;
  for (const auto& [hash, document] : std::span(order).first(std::min(order.size(), kSamples))) {
    sample.push_back(document);
  }
  return sample;
}

}  // namespace catchword
