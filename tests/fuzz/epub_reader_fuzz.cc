// Feeds any bytes to the EPUB reader; and, since checksums keep most of them from getting far, to
// the parsers of the files inside a book.
#include "document/epub/package.h"
#include "document/epub/reader.h"
#include "document/html/reader.h"
#include "reader_fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static const auto reader = catchword::make_epub_reader(catchword::make_html_reader());
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  catchword::fuzz::check_reader(*reader, "a.epub", bytes);
  catchword::parse_epub_container(bytes);
  catchword::parse_epub_package("OEBPS/book.opf", bytes);
  catchword::parse_epub_contents("OEBPS/toc.ncx", bytes);
  return 0;
}
