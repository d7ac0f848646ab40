#include "build/link_texts.h"

#include <algorithm>
#include <bit>
#include <map>
#include <string_view>
#include <unordered_map>

namespace catchword {
namespace {

constexpr std::size_t kMostTexts = 16;        // of one document
constexpr std::size_t kLongestText = 120;     // bytes; longer ones are teasers, not names

using Counts = std::map<std::string_view, std::size_t>;

std::vector<LinkText> choose(const Counts& counts) {
  std::vector<std::pair<std::string_view, std::size_t>> texts(counts.begin(), counts.end());
  std::stable_sort(texts.begin(), texts.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  if (texts.size() > kMostTexts) texts.resize(kMostTexts);
  std::vector<LinkText> chosen;
  for (const auto& [text, pages] : texts) {
    chosen.push_back({std::string(text), static_cast<std::uint16_t>(std::bit_width(pages))});
  }
  return chosen;
}

}  // namespace

std::vector<std::uint32_t> count_linking_pages(const std::vector<Document>& documents) {
  std::unordered_map<std::string_view, std::size_t> by_id;
  for (std::size_t i = 0; i < documents.size(); ++i) by_id.emplace(documents[i].id, i);
  std::vector<std::uint32_t> counts(documents.size());
  std::vector<std::size_t> last(documents.size(), documents.size());
  for (std::size_t from = 0; from < documents.size(); ++from) {
    for (const Link& link : documents[from].links) {
      const auto target = by_id.find(link.target);
      if (target == by_id.end() || target->second == from || last[target->second] == from) continue;
      last[target->second] = from;
      ++counts[target->second];
    }
  }
  return counts;
}

std::vector<std::vector<LinkText>> collect_link_texts(const std::vector<Document>& documents) {
  std::unordered_map<std::string_view, std::size_t> by_id;
  for (std::size_t i = 0; i < documents.size(); ++i) by_id.emplace(documents[i].id, i);
  std::vector<Counts> counts(documents.size());
  for (std::size_t from = 0; from < documents.size(); ++from) {
    for (const Link& link : documents[from].links) {
      const auto target = by_id.find(link.target);
      const bool counted = target != by_id.end() && target->second != from && !link.text.empty() &&
                           link.text.size() <= kLongestText;
      if (counted) ++counts[target->second][link.text];
    }
  }
  std::vector<std::vector<LinkText>> texts;
  for (const Counts& count : counts) texts.push_back(choose(count));
  return texts;
}

}  // namespace catchword
