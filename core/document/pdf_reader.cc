// PDF without its library: the format is named as unsupported.
#include "document/pdf_reader.h"

#include "document/unsupported_reader.h"

namespace catchword {

std::unique_ptr<DocumentReader> make_pdf_reader() {
  return std::make_unique<UnsupportedReader>("PDF", "poppler");
}

}  // namespace catchword
