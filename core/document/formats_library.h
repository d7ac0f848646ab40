// Readers whose libraries take longer to load than many a site takes to index: those of mail, EPUB and PDF. They are in a
// library of their own beside the program, catchword-formats.so, which is loaded when the first file of theirs is met.
#pragma once

#include <memory>

#include "document/format.h"
#include "document/html/options.h"

namespace catchword {

/// What the library exports under the name kFormatsLibrary. Of another version nothing but the version may be used.
struct FormatsLibrary {
  const char* version;
  DocumentReader* (*make_reader)(Format format, const HtmlOptions& html);  ///< new; REQUIRES: one of its formats
};
inline constexpr const char* kFormatsLibrary = "catchword_formats";

/// A reader that loads the library when it reads for the first time; where that fails it reports every file as kFailed with
/// "unsupported: ", the reason and what to do. REQUIRES: one of the library's formats.
std::unique_ptr<DocumentReader> make_loaded_reader(Format format, const HtmlOptions& html);

}  // namespace catchword
