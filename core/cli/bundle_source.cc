#include "cli/bundle_source.h"

#include <system_error>

#include "build/bundle_names.h"
#include "document/input.h"
#include "document/utf8.h"

namespace catchword {
namespace {

namespace fs = std::filesystem;

Error no_bundle(const fs::path& folder, std::string_view reason) {
  return {ErrorKind::kInput, std::string(reason), folder.string(),
          "Name a folder that `catchword index` wrote"};
}

Error damaged_file(const fs::path& folder, const std::string& name, std::string_view what) {
  return damaged((folder / name).string(), what);
}

}  // namespace

Result<Description> read_description(const fs::path& folder) {
  std::error_code ignored;
  if (!fs::is_directory(folder, ignored)) return no_bundle(folder, "there is no such folder");
  const Result<std::string> loader = read_file(folder / kLoaderName);
  if (!loader) return no_bundle(folder, "this is no bundle: it has no catchword.js to be read");
  return find_description(*loader, (folder / kLoaderName).string());
}

Result<Bytes> read_bundle_file(const fs::path& folder, const std::string& name) {
  const std::string whole(file_of(name));
  const Result<std::string> file = read_file(folder / whole);
  if (!file) return damaged_file(folder, whole, "the file is missing");
  const ByteView bytes = part_of(as_bytes(*file), name);
  return Bytes(bytes.begin(), bytes.end());
}

Result<BundleSource> BundleSource::open(const fs::path& folder) {
  const Result<Description> description = read_description(folder);
  if (!description) return description.error();
  const Result<Bytes> root = read_bundle_file(folder, description->root);
  if (!root) return root.error();
  Result<FullSearcher> searcher = FullSearcher::open(description->root, *root);
  if (!searcher) return searcher.error();
  return BundleSource(folder, std::move(*searcher));
}

Status BundleSource::supply(const std::vector<std::string>& names) {
  for (const std::string& name : names) {
    const Result<Bytes> file = read_bundle_file(folder_, name);
    if (!file) return file.error();
    const Status supplied = searcher_.supply(name, *file);
    if (!supplied) return supplied.error();
  }
  return {};
}

Result<FullAnswer> BundleSource::search(const Request& request, const Options& options) {
  const std::string query = repair_utf8(request.query);
  Request repaired = request;
  repaired.query = query;
  for (;;) {
    Result<FullAnswer> answer = searcher_.search(repaired, options);
    if (!answer || answer->missing.empty()) return answer;
    if (const Status supplied = supply(answer->missing); !supplied) return supplied.error();
  }
}

Result<Suggestions> BundleSource::suggest(std::string_view text, std::size_t limit) {
  const std::string repaired = repair_utf8(text);
  for (;;) {
    Result<Suggestions> suggestions = searcher_.suggest(repaired, limit);
    if (!suggestions || suggestions->missing.empty()) return suggestions;
    if (const Status supplied = supply(suggestions->missing); !supplied) return supplied.error();
  }
}

}  // namespace catchword
