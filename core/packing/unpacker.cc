// The unpacker: a module of its own, small enough to stand in the engine's script, which makes modules of packed ones.
// Contract in docs/ENGINE.md: put the packed bytes where `packed` says, call `unpack`, take what lies where `unpacked` says.
// What is no packed module becomes bytes that are no module.

#include <algorithm>

#include "packing/packed_module.h"

#define CATCHWORD_EXPORT(name) extern "C" __attribute__((export_name(#name), used))

namespace {

using namespace catchword;

constinit ModuleModel model;
std::uint8_t module_bytes[kMostModuleBytes];

struct {
  std::uint32_t size, code, end;
  std::uint8_t bits[kMostPackedBytes - kPackedHeaderBytes];
} packed_module;

}  // namespace

CATCHWORD_EXPORT(packed) void* packed() { return &packed_module; }

CATCHWORD_EXPORT(unpacked) const std::uint8_t* unpacked() { return module_bytes; }

/// Returns the module's size. Once for each instance.
CATCHWORD_EXPORT(unpack) std::size_t unpack() {
  const std::size_t size = std::min<std::size_t>(packed_module.size, kMostModuleBytes);
  model.begin(packed_module.code, packed_module.end);
  RangeDecoder bits(packed_module.bits);
  for (std::size_t at = 0; at < size; ++at) module_bytes[at] = code_byte(bits, model, 0);
  return size;
}
