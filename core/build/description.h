// Description: what a loader knows of its bundle. The indexer writes it into the loaders as JSON, in
// the place of a name that stands in their templates.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace catchword {

/// Names of files, relative to the bundle's folder.
struct Description {
  struct Offline {
    std::string engine;
    std::string core;
  };

  std::string root;
  std::string engine;               ///< the script
  std::string lean;                 ///< the module for plain queries
  std::string speller;              ///< the module that also knows what unknown words mean
  std::string full;                 ///< the module for all
  std::string files;                ///< the manifest, build/manifest.h
  std::string parts;                ///< the hash in the names of all parts, build/web_files.h
  std::optional<Offline> offline;   ///< only in a bundle that a page opened from a disk can search
};

std::string to_json(const Description& description);

/// `script` with the description in the place that it keeps for one. `where` names the script.
/// Error: kInput when there isn't exactly one such place.
Result<std::string> insert_description(std::string_view script, std::string_view where,
                                       const Description& description);

/// The description in a loader. Error: kDamaged when there is none, or a name in it is none that the
/// indexer gives; kUnsupported when it is of another format.
Result<Description> find_description(std::string_view script, std::string_view where);

}  // namespace catchword
