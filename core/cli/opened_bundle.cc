#include "cli/opened_bundle.h"

#include <algorithm>

#include "cli/bundle_source.h"
#include "document/input.h"
#include "index/block_file.h"

namespace catchword {

namespace fs = std::filesystem;

Result<OpenedBundle> open_bundle(const fs::path& folder) {
  const Result<Description> description = read_description(folder);
  if (!description) return description.error();
  const std::string& files = description.value().files;
  const Result<std::string> list = read_raw(folder, files);
  if (!list) return list.error();
  const Result<Manifest> manifest = parse_manifest(*list, files);
  if (!manifest) return at_path(folder, files, manifest.error());
  const std::string& root_name = description.value().root;
  const Result<Bytes> payload = read_payload(folder, root_name);
  if (!payload) return payload.error();
  OpenedBundle bundle{folder, *description, *manifest, {}};
  const Status parsed = parse_root(root_name, *payload, bundle.root);
  if (!parsed) return at_path(folder, root_name, parsed.error());
  return bundle;
}

Result<Bytes> read_payload(const fs::path& folder, const std::string& name) {
  const Result<Bytes> file = read_bundle_file(folder, name);
  if (!file) return file.error();
  const Result<ByteView> payload = unseal(name, *file);
  if (!payload) return at_path(folder, name, payload.error());
  return Bytes(payload.value().begin(), payload.value().end());
}

Result<std::string> read_raw(const fs::path& folder, std::string_view name) {
  Result<std::string> content = read_file(folder / name);
  if (content) return content;
  return damaged((folder / name).string(), "the file " + content.error().message);
}

Result<BlockTable> read_term_table(const Root& root,
                                   const std::function<Result<Bytes>(const std::string& name)>& payload_of) {
  if (root.blocks_per_page == 1) return root.terms;
  BlockTable whole;
  for (std::size_t i = 0; i < root.terms.size(); ++i) {
    const std::string name = term_name(root.terms.hashes[i]);
    const Result<Bytes> payload = payload_of(name);
    if (!payload) return payload.error();
    BlockTable page;
    const Status parsed = parse_term_page(name, *payload, root, i, page);
    if (!parsed) return parsed.error();
    append_page(whole, root.terms.separators[i], page);
    if (!std::is_sorted(whole.separators.begin(), whole.separators.end())) {
      return damaged(name, "a block in it belongs into another page");
    }
  }
  return whole;
}

Error at_path(const fs::path& folder, std::string_view name, Error error) {
  error.where = (folder / name).string();
  return error;
}

}  // namespace catchword
