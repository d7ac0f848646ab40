// Feeds any bytes to the Markdown reader.
#include "document/html/reader.h"
#include "document/markdown/reader.h"
#include "reader_fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static const auto reader = catchword::make_markdown_reader(catchword::make_html_reader());
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  catchword::fuzz::check_reader(*reader, "a.md", bytes);
  return 0;
}
