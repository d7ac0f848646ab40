// External interface: leave_out_copies.
#include "document/canonical.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>

#include "document/source_path.h"

namespace catchword {
namespace {

std::string_view without_last_name(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? std::string_view() : path.substr(0, slash);
}

// What stands before the names that both paths end with: "en/stable|html".
std::string published_folders(std::string_view canonical, std::string_view own) {
  while (!own.empty() && file_name(canonical) == file_name(own)) {
    canonical = without_last_name(canonical);
    own = without_last_name(own);
  }
  return std::string(canonical) + '|' + std::string(own);
}

std::string published_folders(const Document& document) {
  return published_folders(document.canonical, page_name(document.id));
}

// The folders of most documents; empty when no half agrees.
std::string site_folders(const std::vector<Document>& documents) {
  std::unordered_map<std::string, std::size_t> counts;
  for (const Document& document : documents) {
    if (document.canonical.empty()) continue;
    std::string folders = published_folders(document);
    if (++counts[folders] * 2 > documents.size()) return folders;
  }
  return {};
}

}  // namespace

std::vector<Notice> leave_out_copies(std::vector<Document>& documents) {
  const std::string folders = site_folders(documents);
  std::vector<Notice> notices;
  std::erase_if(documents, [&](Document& document) {
    const bool copy = !document.canonical.empty() && published_folders(document) != folders;
    if (copy) notices.push_back({Notice::Kind::kSkipped, document.id, "canonical elsewhere"});
    document.canonical.clear();
    return copy;
  });
  return notices;
}

}  // namespace catchword
