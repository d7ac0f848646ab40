#include "build/web_files.h"

#include "build/bundle_names.h"
#include "build/read_file.h"

namespace catchword {
namespace {

Result<Bytes> read_built(const std::filesystem::path& file) {
  Result<Bytes> bytes = read_file(file);
  if (bytes && !bytes->empty()) return bytes;
  return Error{ErrorKind::kInput, bytes ? "is empty" : bytes.error().message, file.string(),
               "Install or build Catchword again: this file is a part of it (npm run build)"};
}

Status read_script(const std::filesystem::path& file, std::string& script) {
  const Result<Bytes> bytes = read_built(file);
  if (!bytes) return bytes.error();
  script = as_text(*bytes);
  return {};
}

}  // namespace

Result<WebFiles> read_web_files(const std::filesystem::path& folder, bool offline) {
  WebFiles files;
  if (const Status read = read_script(folder / kLoaderName, files.loader); !read) return read.error();
  if (const Status read = read_script(folder / kElementName, files.element); !read) {
    return read.error();
  }
  if (const Status read = read_script(folder / "engine.js", files.engine); !read) {
    return read.error();
  }
  if (offline) {
    const Status read = read_script(folder / "engine-classic.js", files.classic_engine);
    if (!read) return read.error();
  }
  Result<Bytes> wasm = read_built(folder / "engine.wasm");
  if (!wasm) return wasm.error();
  files.wasm = std::move(*wasm);
  return files;
}

}  // namespace catchword
