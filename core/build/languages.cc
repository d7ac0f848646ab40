#include "build/languages.h"

#include <algorithm>
#include <map>

#include "analysis/stemmer.h"

namespace catchword {

Languages::Languages(const std::vector<Document>& documents, std::string_view primary) {
  std::map<std::string, std::size_t> counts;
  for (const Document& document : documents) {
    ++counts[primary_language(document.language)];
    for (const Passage& passage : document.passages) counts[primary_language(passage.language)];
  }
  counts.erase("");
  const std::string first = primary_language(primary);
  if (!first.empty()) counts[first] = documents.size() + 1;
  for (const auto& [code, count] : counts) codes_.push_back(code);
  std::stable_sort(codes_.begin(), codes_.end(), [&](const std::string& a, const std::string& b) {
    return counts[a] > counts[b];
  });
  if (codes_.size() > kMost) codes_.resize(kMost);
}

LanguageId Languages::id_of(std::string_view tag) const {
  const auto found = std::find(codes_.begin(), codes_.end(), primary_language(tag));
  return static_cast<LanguageId>(found == codes_.end() ? 0 : found - codes_.begin());
}

}  // namespace catchword
