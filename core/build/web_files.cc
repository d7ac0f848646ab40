#include "build/web_files.h"

#include "build/bundle_names.h"
#include "document/input.h"

namespace catchword {
namespace {

Status read_part(const std::filesystem::path& file, std::string& part) {
  Result<std::string> content = read_file(file);
  if (!content || content->empty()) {
    return Error{ErrorKind::kInput, content ? "is empty" : content.error().message, file.string(),
                 "Install or build Catchword again: this file is a part of it (npm run build)"};
  }
  part = std::move(*content);
  return {};
}

}  // namespace

Result<WebFiles> read_web_files(const std::filesystem::path& folder, bool offline) {
  WebFiles files;
  Status read = read_part(folder / kLoaderName, files.loader);
  if (read) read = read_part(folder / kElementName, files.element);
  if (read) read = read_part(folder / "engine.js", files.engine);
  if (read && offline) read = read_part(folder / "engine-classic.js", files.classic_engine);
  if (read) read = read_part(folder / "engine.wasm", files.wasm);
  if (!read) return read.error();
  return files;
}

}  // namespace catchword
