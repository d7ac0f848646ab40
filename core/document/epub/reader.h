// EPUB books: one Document a chapter.
#pragma once

#include <memory>

#include "document/reader.h"

namespace catchword {

/// Reads the chapters of an EPUB in the order of its spine, each by `html`; the book's metadata
/// (title, authors, language, date, publisher) goes to every chapter, and the table of contents
/// names the chapters. Built without libzip (CATCHWORD_HAVE_LIBZIP) it reports every file as
/// kFailed "unsupported: EPUB (built without libzip)". docs/readers/epub.md has the rules.
std::unique_ptr<DocumentReader> make_epub_reader(std::unique_ptr<DocumentReader> html);

}  // namespace catchword
