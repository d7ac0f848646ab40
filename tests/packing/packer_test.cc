// Packed modules: every byte comes back, and whatever is unpacked stays within its bounds.
#include "packing/packer.h"

#include <string>

#include "packing/packed_module.h"
#include "support/property.h"

namespace catchword::test {
namespace {

constexpr std::string_view kBefore("\0asm\1\0\0\0\1\4\1\x60\0\0\3\2\1\0", 18);

// A module whose one function has these bytes, good or not.
std::string module_with(const std::string& function) {
  REQUIRE(function.size() < 126);
  std::string module(kBefore);
  module += '\x0A';
  module += static_cast<char>(function.size() + 2);
  module += '\1';
  module += static_cast<char>(function.size());
  return module + function;
}

}  // namespace

TEST_CASE("any function comes back") {
  check_property(
      [] {
        const auto function = *rc::gen::container<std::string>(rc::gen::arbitrary<char>());
        const std::string module = module_with(function.substr(0, 100));
        const auto packed = pack_module(as_bytes(module), "m.wasm");
        RC_ASSERT(packed.ok());
        RC_ASSERT(std::string(as_text(unpack_module(*packed))) == module);
      },
      20);
}

TEST_CASE("what repeats takes less than a bit a byte") {
  std::string function("\0", 1);
  for (int i = 0; i < 20; ++i) function += "\x20\1\x41\2\x6A";
  const auto packed = pack_module(as_bytes(module_with(function)), "m.wasm");
  REQUIRE(packed.ok());
  CHECK(packed->size() < kPackedHeaderBytes + kBefore.size() + 30);
}

TEST_CASE("what is no module with functions is refused by name") {
  const auto bytes = GENERATE(as<std::string>(), "", "no module", std::string("\0asm\1\0\0\0", 8),
                              std::string("\0asm\1\0\0\0\1\x7F", 10), std::string(kMostModuleBytes + 1, ' '));
  const auto packed = pack_module(as_bytes(bytes), "odd.wasm");
  REQUIRE_FALSE(packed.ok());
  CHECK(packed.error().where == "odd.wasm");
}

TEST_CASE("any bytes unpack to as many as they say, within the unpacker's bounds") {
  CHECK(unpack_module(as_bytes("")).empty());
  check_property(
      [] {
        auto bytes = *rc::gen::container<std::string>(rc::gen::arbitrary<char>());
        if (bytes.size() > 2) bytes[1] = bytes[2] = 0;  // mostly small
        if (bytes.size() > 3) bytes[3] = 0;
        RC_ASSERT(unpack_module(as_bytes(bytes)).size() <= 255);
      },
      20);
  CHECK(unpack_module(as_bytes(std::string(12, '\xFF'))).size() == kMostModuleBytes);
}

}  // namespace catchword::test
