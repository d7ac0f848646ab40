// The unpacker: a module of its own, small enough to stand in the engine's script, which makes modules of packed ones.
// Contract in docs/ENGINE.md: put the packed bytes where `packed` says as they come, call `unpack` until it is done, take
// what lies where `unpacked` says.
// What is no packed module becomes bytes that are no module.

#include <algorithm>

#include "packing/packed_module.h"

#define CATCHWORD_EXPORT(name) extern "C" __attribute__((export_name(#name), used))

namespace {

using namespace catchword;

constinit ModuleModel model;
RangeDecoder bits{ByteView()};
std::size_t done = 0;
std::uint8_t module_bytes[kMostModuleBytes];

// More than what one byte of a module takes.
constexpr std::size_t kMostBytesAtOnce = 32;

struct {
  std::uint32_t size, code, end;
  std::uint8_t bits[kMostPackedBytes - kPackedHeaderBytes];
} packed_module;

}  // namespace

CATCHWORD_EXPORT(packed) void* packed() { return &packed_module; }

CATCHWORD_EXPORT(unpacked) const std::uint8_t* unpacked() { return module_bytes; }

/// Unpacks what can be of the bytes before the address `there`, up to the module's byte `end`, so that a page can do
/// something else before the next ones; returns how many of the module are there.
CATCHWORD_EXPORT(unpack) std::size_t unpack(std::uintptr_t there, std::size_t end) {
  const auto needed = [] { return reinterpret_cast<std::uintptr_t>(packed_module.bits + bits.read()) + kMostBytesAtOnce; };
  if (done == 0 && needed() < there) {
    model.begin(packed_module.code, packed_module.end);
    bits = RangeDecoder(packed_module.bits);
  }
  const std::size_t size = std::min<std::size_t>({packed_module.size, kMostModuleBytes, end});
  for (; done < size && needed() < there; ++done) module_bytes[done] = code_byte(bits, model, 0);
  return done;
}
