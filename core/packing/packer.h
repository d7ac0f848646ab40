// Packing of the engine's modules, when the project is built.
#pragma once

#include <string_view>

#include "base/bytes.h"
#include "base/result.h"

namespace catchword {

/// A packed module (packing/packed_module.h) of `module`. Fails with kInput, `name` in the error, when that is no
/// WebAssembly module with functions or is larger than the unpacker has room for. About 60 ns a bit.
[[nodiscard]] Result<Bytes> pack_module(ByteView module, std::string_view name);

/// What the unpacker makes of `packed`: as many bytes as it says, at most kMostModuleBytes, whatever it holds.
[[nodiscard]] Bytes unpack_module(ByteView packed);

}  // namespace catchword
