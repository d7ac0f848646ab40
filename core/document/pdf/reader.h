// PDF files: one Document a file, one passage a page.
#pragma once

#include <memory>

#include "document/reader.h"

namespace catchword {

/// Reads the text of each page, with `page=N` as the passage's anchor, which browsers' viewers
/// follow; title, author, subject, keywords and dates from the document's information. Built
/// without poppler (CATCHWORD_HAVE_POPPLER) it reports every file as kFailed "unsupported: PDF
/// (built without poppler)". docs/readers/pdf.md has the rules.
std::unique_ptr<DocumentReader> make_pdf_reader();

}  // namespace catchword
