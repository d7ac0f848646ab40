// Feeds any bytes to the reader of mail.
#include "document/html/reader.h"
#include "document/mail/reader.h"
#include "document/text/reader.h"
#include "reader_fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static const auto reader = catchword::make_mail_reader(catchword::make_text_reader(), catchword::make_html_reader());
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  catchword::fuzz::check_reader(*reader, "a.eml", bytes, true);
  return 0;
}
