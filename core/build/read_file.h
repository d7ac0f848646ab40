// read_file: a whole file, in memory.
#pragma once

#include <filesystem>

#include "base/bytes.h"
#include "base/result.h"

namespace catchword {

/// The content of `path`. Error: kInput that says why it can't be read; a folder is one, too.
Result<Bytes> read_file(const std::filesystem::path& path);

}  // namespace catchword
