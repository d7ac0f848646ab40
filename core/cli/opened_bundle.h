// OpenedBundle: a bundle's description, list of files and root, for the commands that walk through
// all of it.
#pragma once

#include <filesystem>
#include <functional>
#include <string>

#include "base/bytes.h"
#include "base/result.h"
#include "build/description.h"
#include "build/manifest.h"
#include "index/root.h"

namespace catchword {

struct OpenedBundle {
  std::filesystem::path folder;
  Description description;
  Manifest manifest;
  Root root;
};

/// Error: kInput when `folder` is no bundle, kDamaged when a part is missing or wrong.
Result<OpenedBundle> open_bundle(const std::filesystem::path& folder);

/// The payload of a file, checked. Error: kDamaged with the path of the file.
Result<Bytes> read_payload(const std::filesystem::path& folder, const std::string& name);

/// The bytes of a file as they lie there. Error: kDamaged with the path of the file.
Result<std::string> read_raw(const std::filesystem::path& folder, std::string_view name);

/// The table of all term blocks, whatever pages it has; `payload_of` is asked for these. Error: `payload_of`'s, or
/// kDamaged with the name of a page.
Result<BlockTable> read_term_table(const Root& root,
                                   const std::function<Result<Bytes>(const std::string& name)>& payload_of);

/// `error` with its file's whole path for a place.
Error at_path(const std::filesystem::path& folder, std::string_view name, Error error);

}  // namespace catchword
