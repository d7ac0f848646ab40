#include "build/languages.h"

#include <algorithm>
#include <map>

#include "analysis/stemmer.h"

namespace catchword {

Result<Languages> Languages::find(const Documents& documents, std::string_view primary) {
  std::map<std::string, std::size_t> counts;
  const Status visited = documents.visit([&](const Documents::Batch& batch, std::size_t) -> Status {
    for (const Document& document : batch) {
      ++counts[primary_language(document.language)];
      for (const Passage& passage : document.passages) counts[primary_language(passage.language)];
    }
    return {};
  });
  if (!visited) return visited.error();
  counts.erase("");
  const std::string first = primary_language(primary);
  if (!first.empty()) counts[first] = documents.size() + 1;
  Languages languages;
  std::vector<std::string>& codes = languages.codes_;
  for (const auto& [code, count] : counts) codes.push_back(code);
  std::stable_sort(codes.begin(), codes.end(), [&](const std::string& a, const std::string& b) {
    return counts[a] > counts[b];
  });
  if (codes.size() > kMost) codes.resize(kMost);
  return languages;
}

LanguageId Languages::id_of(std::string_view tag) const {
  const auto found = std::find(codes_.begin(), codes_.end(), primary_language(tag));
  return static_cast<LanguageId>(found == codes_.end() ? 0 : found - codes_.begin());
}

}  // namespace catchword
