// Feeds any bytes to the plain text reader.
#include "document/text/reader.h"
#include "reader_fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static const auto reader = catchword::make_text_reader();
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  catchword::fuzz::check_reader(*reader, "a.txt", bytes);
  return 0;
}
