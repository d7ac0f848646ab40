#include "build/web_files.h"

#include <algorithm>
#include <system_error>

#include "build/bundle_names.h"
#include "build/content_hash.h"
#include "document/input.h"

namespace catchword {
namespace {

namespace fs = std::filesystem;

Error no_part(const fs::path& file, std::string_view what) {
  return {ErrorKind::kInput, std::string(what), file.string(),
          "Install or build Catchword again: this file is a part of it (npm run build)"};
}

Status read_part(const fs::path& file, std::string& part) {
  Result<std::string> content = read_file(file);
  if (!content) return no_part(file, content.error().message);
  if (content->empty()) return no_part(file, "is empty");
  part = std::move(*content);
  return {};
}

// Whether a part is the stemmer of a language that the bundle has none of.
bool is_idle_stemmer(std::string_view name, const std::vector<std::string>& languages) {
  constexpr std::string_view kStemmer = "stemmer-";
  if (!name.starts_with(kStemmer)) return false;
  name.remove_prefix(kStemmer.size());
  return std::find(languages.begin(), languages.end(), name) == languages.end();
}

Status read_parts(const fs::path& folder, const std::vector<std::string>& languages,
                  std::vector<WebPart>& parts) {
  std::error_code error;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder, error)) {
    WebPart part{entry.path().stem().string(), ""};
    if (is_idle_stemmer(part.name, languages)) continue;
    if (const Status read = read_part(entry.path(), part.content); !read) return read;
    parts.push_back(std::move(part));
  }
  if (error) return no_part(folder, "cannot be read");
  std::sort(parts.begin(), parts.end(),
            [](const WebPart& a, const WebPart& b) { return a.name < b.name; });
  return {};
}

}  // namespace

std::string hash_of_parts(const std::vector<WebPart>& parts) {
  std::string all;
  for (const WebPart& part : parts) all.append(part.name).append("\n").append(part.content);
  return to_base32(short_hash(as_bytes(all)));
}

Result<WebFiles> read_web_files(const std::filesystem::path& folder, bool offline,
                                const std::vector<std::string>& languages) {
  WebFiles files;
  Status read = read_part(folder / kLoaderName, files.loader);
  if (read) read = read_part(folder / kElementName, files.element);
  if (read) read = read_part(folder / "engine.js", files.engine);
  if (read && offline) read = read_part(folder / "engine-classic.js", files.classic_engine);
  if (read) read = read_part(folder / "engine-lean.pack", files.lean);
  if (read) read = read_part(folder / "engine-speller.pack", files.speller);
  if (read) read = read_part(folder / "engine-full.pack", files.full);
  if (read) read = read_part(folder / kHighlightName, files.highlight);
  if (read) read = read_part(folder / kWorkerName, files.worker);
  if (read) read = read_parts(folder / kPartsFolder, languages, files.parts);
  if (!read) return read.error();
  return files;
}

}  // namespace catchword
