// Feeds any bytes to the PDF reader.
#include "document/pdf/reader.h"
#include "reader_fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static const auto reader = catchword::make_pdf_reader();
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  catchword::fuzz::check_reader(*reader, "a.pdf", bytes);
  return 0;
}
