#include "build/link_texts.h"

#include <algorithm>
#include <bit>
#include <map>
#include <string>
#include <unordered_map>
#include <utility>

#include "build/id_hashes.h"

namespace catchword {
namespace {

constexpr std::size_t kMostTexts = 16;        // of one document
constexpr std::size_t kLongestText = 120;     // bytes; longer ones are teasers, not names

using Counts = std::map<std::string, std::size_t>;

std::vector<LinkText> choose(const Counts& counts) {
  std::vector<std::pair<std::string, std::size_t>> texts(counts.begin(), counts.end());
  std::stable_sort(texts.begin(), texts.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  if (texts.size() > kMostTexts) texts.resize(kMostTexts);
  std::vector<LinkText> chosen;
  for (const auto& [text, pages] : texts) {
    chosen.push_back({text, static_cast<std::uint16_t>(std::bit_width(pages))});
  }
  return chosen;
}

// Calls `visit(document, target, link)` for each link from a document to another one.
template <class Visit>
Status for_each_link(const Documents& documents, const std::vector<std::uint64_t>& ids, Visit visit) {
  const IdTable by_id(ids);
  return documents.visit([&](const Documents::Batch& batch, std::size_t first) -> Status {
    for (std::size_t i = 0; i < batch.size(); ++i) {
      for (const Link& link : batch[i].links) {
        const std::uint32_t target = by_id.find(link.target);
        if (target != IdTable::kNone && target != first + i) visit(first + i, target, link);
      }
    }
    return {};
  });
}

}  // namespace

Result<std::vector<std::uint32_t>> count_linking_pages(const Documents& documents,
                                                       const std::vector<std::uint64_t>& ids) {
  std::vector<std::uint32_t> counts(documents.size());
  std::vector<std::size_t> last(documents.size(), documents.size());
  const auto count = [&](std::size_t from, std::uint32_t target, const Link&) {
    if (last[target] == from) return;
    last[target] = from;
    ++counts[target];
  };
  const Status visited = for_each_link(documents, ids, count);
  return visited ? Result<std::vector<std::uint32_t>>(std::move(counts)) : visited.error();
}

Result<std::vector<std::vector<LinkText>>> collect_link_texts(const Documents& documents,
                                                              const std::vector<std::uint64_t>& ids) {
  std::unordered_map<std::uint32_t, Counts> counts;  // by target
  const Status visited = for_each_link(documents, ids, [&](std::size_t, std::uint32_t target, const Link& link) {
    if (!link.text.empty() && link.text.size() <= kLongestText) ++counts[target][link.text];
  });
  if (!visited) return visited.error();
  std::vector<std::vector<LinkText>> texts(documents.size());
  for (const auto& [target, own] : counts) texts[target] = choose(own);
  return texts;
}

}  // namespace catchword
