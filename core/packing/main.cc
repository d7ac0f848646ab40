// pack MODULE PACKED: writes a module of the engine packed. A step of the build, no program for users.

#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>

#include "packing/packer.h"

int main(int count, char** arguments) {
  if (count != 3) {
    std::fputs("usage: pack MODULE PACKED\n", stderr);
    return 2;
  }
  std::ifstream input(arguments[1], std::ios::binary);
  const std::string module(std::istreambuf_iterator<char>(input), {});
  const auto packed = catchword::pack_module(catchword::as_bytes(module), arguments[1]);
  if (!packed) {
    std::fprintf(stderr, "%s\n", packed.error().to_string().c_str());
    return 1;
  }
  std::ofstream output(arguments[2], std::ios::binary);
  output.write(reinterpret_cast<const char*>(packed->data()), static_cast<std::streamsize>(packed->size()));
  output.close();
  if (output) return 0;
  std::fprintf(stderr, "%s: cannot be written\n", arguments[2]);
  return 1;
}
