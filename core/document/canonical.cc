// External interface: leave_out_copies.
#include "document/canonical.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

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

// Which folders of the input are published as which others, each pair as published_folders writes it.
class Publication {
 public:
  void add(const Document& document) {
    names_.emplace_back(page_name(document.id));
    if (!document.canonical.empty()) parts_[published_folders(document)].push_back(document.canonical);
  }

  // Those for which a page that names them is itself.
  [[nodiscard]] std::unordered_set<std::string> published() {
    std::sort(names_.begin(), names_.end());
    std::unordered_set<std::string> folders;
    for (const auto& [pair, canonicals] : parts_) {
      if (is_published(pair, canonicals)) folders.insert(pair);
    }
    return folders;
  }

 private:
  static constexpr std::size_t kFewest = 3;  // pages that make a part of a site

  using Canonicals = std::vector<std::string>;

  // Of most documents of the site, or of a part of it that is no copy of another.
  [[nodiscard]] bool is_published(const std::string& pair, const Canonicals& canonicals) const {
    if (2 * canonicals.size() > names_.size()) return true;
    if (canonicals.size() < kFewest) return false;
    if (2 * canonicals.size() <= count_in(pair.substr(pair.find('|') + 1))) return false;
    const auto copied = std::count_if(canonicals.begin(), canonicals.end(),
                                      [this](std::string_view canonical) { return is_here(canonical); });
    return 2 * static_cast<std::size_t>(copied) <= canonicals.size();
  }

  // Documents in `folder` and below.
  [[nodiscard]] std::size_t count_in(const std::string& folder) const {
    if (folder.empty()) return names_.size();
    const auto first = std::lower_bound(names_.begin(), names_.end(), folder + '/');
    const auto last = std::lower_bound(first, names_.end(), folder + static_cast<char>('/' + 1));
    return static_cast<std::size_t>(last - first);
  }

  // Whether a document's path is what the url ends with.
  [[nodiscard]] bool is_here(std::string_view canonical) const {
    for (;;) {
      if (std::binary_search(names_.begin(), names_.end(), canonical)) return true;
      const std::size_t slash = canonical.find('/');
      if (slash == canonical.npos) return false;
      canonical.remove_prefix(slash + 1);
    }
  }

  std::vector<std::string> names_;  // of all documents, sorted
  std::unordered_map<std::string, Canonicals> parts_;  // of each pair of folders
};

}  // namespace

Result<std::vector<Notice>> leave_out_copies(Documents& documents) {
  std::vector<Notice> notices;
  bool any = false;
  Status done = documents.visit([&](const Documents::Batch& batch, std::size_t) -> Status {
    any = any || std::any_of(batch.begin(), batch.end(),
                             [](const Document& document) { return !document.canonical.empty(); });
    return {};
  });
  if (!done) return done.error();
  if (!any) return notices;
  Publication publication;
  done = documents.visit([&](const Documents::Batch& batch, std::size_t) -> Status {
    for (const Document& document : batch) publication.add(document);
    return {};
  });
  if (!done) return done.error();
  const std::unordered_set<std::string> published = publication.published();
  done = documents.edit([&](Documents::Batch& batch) -> Status {
    std::erase_if(batch, [&](Document& document) {
      const bool copy = !document.canonical.empty() && !published.contains(published_folders(document));
      if (copy) notices.push_back({Notice::Kind::kSkipped, document.id, "canonical elsewhere"});
      document.canonical.clear();
      return copy;
    });
    return {};
  });
  if (!done) return done.error();
  return notices;
}

}  // namespace catchword
