// EPUB without its library: the format is named as unsupported.
#include "document/epub_reader.h"

#include "document/unsupported_reader.h"

namespace catchword {

std::unique_ptr<DocumentReader> make_epub_reader(std::unique_ptr<DocumentReader>) {
  return std::make_unique<UnsupportedReader>("EPUB", "libzip");
}

}  // namespace catchword
