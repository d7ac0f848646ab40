#include "build/bundle_folder.h"

#include <algorithm>
#include <string>
#include <vector>

#include "build/bundle_names.h"
#include "build/description.h"
#include "build/folder_writer.h"
#include "build/manifest.h"
#include "build/offline_packs.h"
#include "build/output_folder.h"
#include "build/staging_folder.h"
#include "build/web_files.h"

namespace catchword {
namespace {

std::uint64_t expected_bytes(const Bundle& bundle, const WebFiles& web, bool offline) {
  std::uint64_t bytes = web.loader.size() + web.element.size() + web.engine.size() +
                        web.lean.size() + web.speller.size() + web.full.size() +
                        web.highlight.size() + web.worker.size();
  for (const WebPart& part : web.parts) bytes += part.content.size();
  for (const BundleFile& file : bundle.files) bytes += file.bytes.size();
  return offline ? bytes * 7 / 3 + web.classic_engine.size() : bytes;
}

/// One build on its way into one folder.
class BundleWriter {
 public:
  BundleWriter(const Bundle& bundle, const WebFiles& web, const OutputFolder& output,
               FolderWriter& files)
      : bundle_(bundle), web_(web), output_(output), files_(files) {}

  Status write(const WriteOptions& options) {
    description_.root = bundle_.root().name;
    Status done = files_.write_files(bundle_.files, options.jobs);
    if (done) done = write_engine();
    if (done) done = write_parts();
    if (done && options.offline) done = write_offline();
    if (done) done = write_manifest();
    if (done) done = write_loader(kLoaderName, web_.loader);
    if (done) done = write_loader(kElementName, web_.element);
    if (done) done = write_loader(kWorkerName, web_.worker);
    return done;
  }

  /// What the folder holds of the build before and has to go on holding.
  [[nodiscard]] const std::vector<std::string>& kept() const { return manifest_.previous; }

 private:
  Status write_named(std::string& name, std::string_view prefix, ByteView bytes,
                     std::string_view suffix) {
    name = name_by_content(prefix, bytes, suffix);
    return files_.write(name, bytes);
  }

  Status write_module(std::string& name, std::string_view prefix, const std::string& packed) {
    return write_named(name, prefix, as_bytes(packed), ".pack");
  }

  Status write_engine() {
    Status done = write_named(description_.engine, "engine-", as_bytes(web_.engine), ".js");
    if (done) done = write_module(description_.lean, "engine-lean-", web_.lean);
    if (done) done = write_module(description_.speller, "engine-speller-", web_.speller);
    if (done) done = write_module(description_.full, "engine-full-", web_.full);
    return done;
  }

  Status write_parts() {
    description_.parts = hash_of_parts(web_.parts);
    Status done = files_.write(kHighlightName, as_bytes(web_.highlight));
    for (const WebPart& part : web_.parts) {
      if (!done) break;
      done = files_.write(part_file_name(description_.parts, part.name), as_bytes(part.content));
    }
    return done;
  }

  Status write_offline() {
    const Result<std::string> core = write_offline_packs(
        bundle_.files, [this](const BundleFile& file) { return files_.write(file.name, file.bytes); });
    if (!core) return core.error();
    description_.offline = {"", *core};
    return write_named(description_.offline->engine, "offline/engine-",
                       as_bytes(web_.classic_engine), ".js");
  }

  Status write_manifest() {
    manifest_.files = files_.names();
    for (const auto name : {kLoaderName, kElementName, kWorkerName}) manifest_.files.emplace_back(name);
    std::sort(manifest_.files.begin(), manifest_.files.end());
    manifest_.previous = files_to_keep(output_, manifest_.files);
    return write_named(description_.files, "files-", as_bytes(to_json(manifest_)), ".json");
  }

  Status write_loader(std::string_view name, std::string_view script) {
    const Result<std::string> filled = insert_description(script, name, description_);
    if (!filled) return filled.error();
    return files_.write(name, as_bytes(*filled));
  }

  const Bundle& bundle_;
  const WebFiles& web_;
  const OutputFolder& output_;
  FolderWriter& files_;
  Description description_;
  Manifest manifest_;
};

}  // namespace

Status check_bundle_folder(const std::filesystem::path& folder, const WriteOptions& options) {
  const Result<OutputFolder> output = examine_output(folder);
  if (!output) return output.error();
  const Result<WebFiles> web = read_web_files(options.web_folder, options.offline);
  return web ? Status() : Status(web.error());
}

Status write_bundle_folder(const Bundle& bundle, const std::filesystem::path& folder,
                           const WriteOptions& options) {
  const Result<OutputFolder> output = examine_output(folder);
  if (!output) return output.error();
  const Result<WebFiles> web =
      read_web_files(options.web_folder, options.offline, bundle.statistics.languages);
  if (!web) return web.error();
  Result<StagingFolder> staging = StagingFolder::create(*output);
  if (!staging) return staging.error();
  Result<FolderWriter> files = FolderWriter::open(
      staging->path(), output->path, expected_bytes(bundle, *web, options.offline));
  if (!files) return files.error();
  files->reuse(output->path);
  BundleWriter writer(bundle, *web, *output, *files);
  if (const Status written = writer.write(options); !written) return written;
  return staging->publish(files->names(), writer.kept());
}

}  // namespace catchword
