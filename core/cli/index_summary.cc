#include "cli/index_summary.h"

#include <algorithm>
#include <cstdio>
#include <map>
#include <string>
#include <string_view>

namespace catchword {
namespace {

constexpr std::size_t kFew = 3;

// 1234567 as "1,234,567".
std::string grouped(std::size_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3;) digits.insert(at -= 3, ",");
  return digits;
}

void print_parts(const Bundle& bundle) {
  std::map<std::string, std::pair<std::size_t, std::size_t>> parts;  // files, bytes
  for (const BundleFile& file : bundle.files) {
    const std::size_t slash = file.name.find('/');
    auto& [files, bytes] = parts[slash == std::string::npos ? "root" : file.name.substr(0, slash)];
    ++files;
    bytes += file.bytes.size();
  }
  for (const auto& [part, sums] : parts) {
    std::printf("  %-10s %12s bytes in %s %s\n", part.c_str(), grouped(sums.second).c_str(),
                grouped(sums.first).c_str(), sums.first == 1 ? "file" : "files");
  }
}

void print_notices(std::FILE* out, const Collection& collection, Notice::Kind kind,
                   const char* label, bool every_notice) {
  std::map<std::string, std::vector<const Notice*>> by_reason;
  for (const Notice& notice : collection.notices) {
    if (notice.kind == kind) by_reason[notice.reason].push_back(&notice);
  }
  for (const auto& [reason, notices] : by_reason) {
    std::fprintf(out, "%s %s (%s)\n", grouped(notices.size()).c_str(), label, reason.c_str());
    const std::size_t shown = every_notice ? notices.size() : std::min(notices.size(), kFew);
    for (std::size_t i = 0; i < shown; ++i) {
      std::fprintf(out, "  %s\n", notices[i]->where.c_str());
    }
    if (shown < notices.size()) {
      std::fprintf(out, "  and %s more; --verbose names them\n",
                   grouped(notices.size() - shown).c_str());
    }
  }
}

void print_left_out(const Collection& collection, bool every_notice) {
  if (collection.ignored > 0) {
    std::printf("%s other files (images, styles, scripts, data)\n",
                grouped(collection.ignored).c_str());
  }
  print_notices(stdout, collection, Notice::Kind::kSkipped, "left out", every_notice);
}

std::string listed(const std::vector<std::string>& words) {
  std::string list;
  for (const std::string& word : words) list.append(list.empty() ? "" : ", ").append(word);
  return list;
}

}  // namespace

void print_summary(const Collection& collection, const Bundle& bundle, double seconds,
                   bool every_notice) {
  const BundleStatistics& statistics = bundle.statistics;
  std::printf("%s documents, %s words, %s different, from %s %s in %.1f s\n",
              grouped(statistics.documents).c_str(), grouped(statistics.words).c_str(),
              grouped(statistics.terms).c_str(), grouped(collection.files).c_str(),
              collection.files == 1 ? "file" : "files", seconds);
  std::printf("language %s\n", statistics.languages.empty()
                                  ? "unknown: words are not stemmed; --language names it"
                                  : listed(statistics.languages).c_str());
  print_parts(bundle);
  print_left_out(collection, every_notice);
}

void print_reading(const Collection& collection, double seconds, bool every_notice) {
  const double megabytes = static_cast<double>(collection.bytes) / 1e6;
  std::printf("%s documents; %s files, %.1f MB, read in %.2f s: %.1f MB a second\n",
              grouped(collection.documents.size()).c_str(), grouped(collection.files).c_str(),
              megabytes, seconds, megabytes / seconds);
  print_left_out(collection, every_notice);
}

void print_failures(const Collection& collection, bool every_notice) {
  print_notices(stderr, collection, Notice::Kind::kFailed, "could not be read", every_notice);
  print_notices(stderr, collection, Notice::Kind::kWarning, "read with a warning", every_notice);
}

}  // namespace catchword
