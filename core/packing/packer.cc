#include "packing/packer.h"

#include <algorithm>
#include <memory>
#include <string>

#include "base/byte_reader.h"
#include "base/byte_writer.h"
#include "packing/packed_module.h"

namespace catchword {
namespace {

struct Functions {
  std::uint32_t begin = 0, end = 0;
};

// Where the functions stand in a module: WebAssembly Core Specification 2.0, section 5.5.
bool find_functions(ByteView module, Functions& found) {
  constexpr std::uint8_t kCodeSection = 10;
  constexpr std::string_view kMagic("\0asm\1\0\0\0", 8);
  ByteReader reader(module);
  if (as_text(reader.take(kMagic.size())) != kMagic) return false;
  while (reader.remaining() > 0) {
    const std::uint8_t section = reader.u8();
    const ByteView content = reader.take(reader.varint());
    if (!reader.ok()) return false;
    if (section != kCodeSection) continue;
    ByteReader functions(content);
    functions.varint();  // how many there are
    found.end = static_cast<std::uint32_t>(module.size() - reader.remaining());
    found.begin = found.end - static_cast<std::uint32_t>(functions.remaining());
    return functions.ok();
  }
  return false;
}

}  // namespace

Result<Bytes> pack_module(ByteView module, std::string_view name) {
  Functions functions;
  if (module.size() > kMostModuleBytes || !find_functions(module, functions)) {
    return Error{ErrorKind::kInput, "no WebAssembly module with functions, of at most 256 KiB", std::string(name),
                 "Pack what the preset \"wasm\" builds"};
  }
  ByteWriter packed;
  packed.u32(static_cast<std::uint32_t>(module.size()));
  packed.u32(functions.begin);
  packed.u32(functions.end);
  const auto model = std::make_unique<ModuleModel>();
  model->begin(functions.begin, functions.end);
  RangeEncoder bits;
  for (const std::uint8_t byte : module) code_byte(bits, *model, byte);
  packed.append(bits.finish());
  return packed.take();
}

Bytes unpack_module(ByteView packed) {
  ByteReader reader(packed);
  const std::size_t size = std::min<std::size_t>(reader.u32(), kMostModuleBytes);
  const std::uint32_t begin = reader.u32();
  const auto model = std::make_unique<ModuleModel>();
  model->begin(begin, reader.u32());
  RangeDecoder bits(reader.take(reader.remaining()));
  Bytes module(size);
  for (std::uint8_t& byte : module) byte = code_byte(bits, *model, 0);
  return module;
}

}  // namespace catchword
