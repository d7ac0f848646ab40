#include "build/output_folder.h"

#include <algorithm>
#include <cerrno>
#include <iterator>
#include <system_error>

#include "base/file_error.h"
#include "build/bundle_names.h"
#include "build/description.h"
#include "document/input.h"

namespace catchword {
namespace {

namespace fs = std::filesystem;

fs::path resolve(const fs::path& folder) {
  std::error_code error;
  const fs::path absolute = fs::absolute(folder, error).lexically_normal();
  const fs::path path = fs::weakly_canonical(absolute, error);
  const fs::path& resolved = error ? absolute : path;
  return resolved.has_filename() ? resolved : resolved.parent_path();
}

Error holds_something_else(const fs::path& folder) {
  return {ErrorKind::kOutput, "the folder holds something else than a Catchword bundle",
          folder.string(), "Choose another folder for the output, or empty this one"};
}

Error is_no_folder(const fs::path& folder) {
  return {ErrorKind::kOutput, "is a file, and the bundle is a folder", folder.string(),
          "Choose another name for the output, or remove this file"};
}

Status read_bundle(OutputFolder& output) {
  const fs::path loader = output.path / kLoaderName;
  std::error_code ignored;
  if (!fs::is_regular_file(loader, ignored)) return holds_something_else(output.path);
  const Result<std::string> script = read_file(loader);
  if (!script) return output_error(EACCES, loader);
  const Result<Description> description = find_description(*script, loader.string());
  if (!description && description.error().kind == ErrorKind::kUnsupported) return {};
  if (!description) return holds_something_else(output.path);
  const Result<std::string> list = read_file(output.path / description.value().files);
  if (!list) return {};
  Result<Manifest> manifest = parse_manifest(*list, description.value().files);
  if (!manifest) return {};
  output.manifest_name = description.value().files;
  output.manifest = std::move(*manifest);
  return {};
}

std::vector<std::string> names_of_build(const OutputFolder& output) {
  std::vector<std::string> names = output.manifest.files;
  if (!output.manifest_name.empty()) names.push_back(output.manifest_name);
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace

Result<OutputFolder> examine_output(const fs::path& folder) {
  OutputFolder output;
  output.path = resolve(folder);
  std::error_code error;
  const fs::file_status status = fs::status(output.path, error);
  if (status.type() == fs::file_type::not_found) return output;
  if (error) return output_error(error.value(), output.path);
  if (!fs::is_directory(status)) return is_no_folder(output.path);
  output.exists = true;
  const bool empty = fs::is_empty(output.path, error);
  if (error) return output_error(error.value(), output.path);
  if (empty) return output;
  if (const Status bundle = read_bundle(output); !bundle) return bundle.error();
  return output;
}

std::vector<std::string> files_to_keep(const OutputFolder& output,
                                       const std::vector<std::string>& files) {
  const bool same = output.manifest.files == files;
  const std::vector<std::string> before = same ? output.manifest.previous : names_of_build(output);
  std::vector<std::string> keep;
  std::set_difference(before.begin(), before.end(), files.begin(), files.end(),
                      std::back_inserter(keep));
  std::erase_if(keep, [&output](const std::string& name) {
    std::error_code ignored;
    return !fs::is_regular_file(fs::symlink_status(output.path / name, ignored));
  });
  return keep;
}

}  // namespace catchword
