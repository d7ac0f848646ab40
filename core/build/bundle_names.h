// The names of a bundle's files: which there are, and which of them are not ours.
#pragma once

#include <string>
#include <string_view>

#include "base/bytes.h"

namespace catchword {

/// The files that pages name; all others are named by their content.
inline constexpr std::string_view kLoaderName = "catchword.js";
inline constexpr std::string_view kElementName = "catchword-element.js";
inline constexpr std::string_view kHighlightName = "catchword-highlight.js";
inline constexpr std::string_view kWorkerName = "catchword-worker.js";

inline constexpr std::string_view kOfflineFolder = "offline/";
inline constexpr std::string_view kPartsFolder = "parts/";

/// `prefix` + eight characters of the content's hash + `suffix`: "engine-abcdefgh.js".
std::string name_by_content(std::string_view prefix, ByteView content, std::string_view suffix);

inline constexpr std::size_t kHashCharacters = 8;

/// The hash in the name of a file that the indexer writes, as a view into it; empty in a fixed name, and in any other.
std::string_view hash_in(std::string_view name);

/// "parts/HASH-NAME.js": a part is named by the hash of all parts.
std::string part_file_name(std::string_view hash, std::string_view name);

/// NAME of such a file's name, or an empty one.
std::string_view part_name(std::string_view file);

/// Whether a file of this name, relative to the bundle's folder, is one that the indexer writes.
/// Such a name has no "..", so that a folder and it make a path inside of the folder.
bool is_bundle_name(std::string_view name);

/// Whether it is one of the fixed names.
bool is_fixed_name(std::string_view name);

}  // namespace catchword
