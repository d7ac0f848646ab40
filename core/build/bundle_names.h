// The names of a bundle's files: which there are, and which of them are not ours.
#pragma once

#include <string>
#include <string_view>

#include "base/bytes.h"

namespace catchword {

/// The two files that pages name; all others are named by their content.
inline constexpr std::string_view kLoaderName = "catchword.js";
inline constexpr std::string_view kElementName = "catchword-element.js";

inline constexpr std::string_view kOfflineFolder = "offline/";

/// `prefix` + eight characters of the content's hash + `suffix`: "engine-abcdefgh.js".
std::string name_by_content(std::string_view prefix, ByteView content, std::string_view suffix);

/// Whether a file of this name, relative to the bundle's folder, is one that the indexer writes.
/// Such a name has no "..", so that a folder and it make a path inside of the folder.
bool is_bundle_name(std::string_view name);

/// Whether it is one of the two fixed names.
bool is_fixed_name(std::string_view name);

}  // namespace catchword
