#include "build/manifest.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/json_writer.h"
#include "build/bundle_names.h"
#include "index/block_file.h"

namespace catchword {
namespace {

using nlohmann::json;

void write_names(JsonWriter& writer, std::string_view key, const std::vector<std::string>& names) {
  writer.key(key).open('[');
  for (const std::string& name : names) writer.string(name);
  writer.close(']');
}

// False when `value` is no list of names that the indexer writes.
bool read_names(const json& value, std::vector<std::string>& names) {
  if (!value.is_array()) return false;
  for (const json& name : value) {
    if (!name.is_string() || !is_bundle_name(name.get_ref<const std::string&>())) return false;
    names.push_back(name.get<std::string>());
  }
  return std::is_sorted(names.begin(), names.end());
}

}  // namespace

std::string to_json(const Manifest& manifest) {
  JsonWriter writer;
  writer.open('{');
  write_names(writer, "files", manifest.files);
  write_names(writer, "previous", manifest.previous);
  writer.close('}');
  return writer.take();
}

Result<Manifest> parse_manifest(std::string_view text, std::string_view where) {
  const json object = json::parse(text, nullptr, false);
  Manifest manifest;
  if (!object.is_object() || !object.contains("files") || !object.contains("previous") ||
      !read_names(object["files"], manifest.files) ||
      !read_names(object["previous"], manifest.previous)) {
    return damaged(where, "this is no list of a bundle's files");
  }
  return manifest;
}

}  // namespace catchword
