// Feeds any bytes to the JSON lines reader.
#include "document/json_lines/reader.h"
#include "reader_fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static const auto reader = catchword::make_json_lines_reader();
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  catchword::fuzz::check_reader(*reader, "a.jsonl", bytes, true);
  return 0;
}
