// Content hashes: what names the files of a bundle.
#pragma once

#include "base/bytes.h"
#include "index/block_file.h"

namespace catchword {

/// 64 bits of XXH3 over `bytes`. Also decides where blocks are cut, so that an edit moves few cuts.
std::uint64_t content_hash(ByteView bytes, std::uint64_t seed = 0);

/// The first five bytes of it, as they stand in names.
ContentHash short_hash(ByteView bytes);

}  // namespace catchword
