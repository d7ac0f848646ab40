// A packed module: a WebAssembly module in fewer bytes than any host's compression makes of it, docs/FORMAT.md, "Packed
// modules".
#pragma once

#include <cstdint>

#include "base/bytes.h"
#include "codec/range_coder.h"
#include "packing/module_model.h"

namespace catchword {

/// Before the coded bits stand three numbers of four bytes, the lowest byte first: the module's size, and where its
/// functions begin and end, on which only guesses depend.
inline constexpr std::size_t kPackedHeaderBytes = 12;

/// The largest module that is packed: what the unpacker has room for.
inline constexpr std::size_t kMostModuleBytes = 1 << 18;
inline constexpr std::size_t kMostPackedBytes = 1 << 17;

/// One byte of a module, either way; a decoder ignores `byte`.
template <Coder C>
std::uint8_t code_byte(C& coder, ModuleModel& model, std::uint32_t byte) {
  std::uint32_t coded = 0;
  for (int bit = 7; bit >= 0; --bit) coded = coded << 1 | coder.bit(model, byte >> bit & 1);
  return static_cast<std::uint8_t>(coded);
}

}  // namespace catchword
