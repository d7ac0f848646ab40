// The module's C interface: one searcher, bytes in, bytes out. The only file that knows the
// WebAssembly side; its contract stands in docs/ENGINE.md.
//
// Memory: what a caller passes stays the caller's (catchword_allocate, catchword_release). The
// output belongs to the module and is valid until the next call.

#include <cstdlib>
#include <optional>
#include <string>

#include "search/misuse.h"
#include "wasm/ask.h"

// A standalone module would import these two from its host; a page has no use for either.
extern "C" {
void emscripten_notify_memory_growth(std::size_t) {}
void __wasi_proc_exit(std::uint32_t) { __builtin_trap(); }
}

#define CATCHWORD_EXPORT(name) extern "C" __attribute__((export_name(#name), used))

namespace {

using catchword::ByteView;
using catchword::Error;

enum Status { kDone = 0, kFailed = 1 };

std::optional<catchword::ModuleSearcher> searcher;
catchword::Output output;

Status fail(const Error& error) {
  output = encode(error);
  return kFailed;
}

Error not_open() { return catchword::misuse("no bundle is open"); }

}  // namespace

CATCHWORD_EXPORT(catchword_allocate) void* catchword_allocate(std::size_t size) {
  return std::malloc(size);
}

CATCHWORD_EXPORT(catchword_release) void catchword_release(void* memory) { std::free(memory); }

CATCHWORD_EXPORT(catchword_output) const void* catchword_output() { return output.data(); }

CATCHWORD_EXPORT(catchword_output_size) std::size_t catchword_output_size() {
  return output.size();
}

CATCHWORD_EXPORT(catchword_open)
Status catchword_open(const char* name, std::size_t name_size, const std::uint8_t* bytes,
                      std::size_t size) {
  auto opened = catchword::ModuleSearcher::open({name, name_size}, ByteView(bytes, size));
  if (!opened) return fail(opened.error());
  searcher.emplace(std::move(*opened));
  output.clear();
  return kDone;
}

CATCHWORD_EXPORT(catchword_supply)
Status catchword_supply(const char* name, std::size_t name_size, const std::uint8_t* bytes,
                        std::size_t size) {
  if (!searcher) return fail(not_open());
  const auto status = searcher->supply({name, name_size}, ByteView(bytes, size));
  if (!status) return fail(status.error());
  output.clear();
  return kDone;
}

CATCHWORD_EXPORT(catchword_ask)
Status catchword_ask(const std::uint8_t* request, std::size_t size) {
  if (!searcher) return fail(not_open());
  auto answer = ask(*searcher, ByteView(request, size));
  if (!answer) return fail(answer.error());
  output = std::move(*answer);
  return kDone;
}
