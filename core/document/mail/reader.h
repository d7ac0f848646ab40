// Mail in MIME: one message a file.
#pragma once

#include <memory>
#include <string_view>

#include "document/reader.h"

namespace catchword {

/// Reads one Document: what the header lines say and a body in plain text as `text` reads them, a body
/// that is only HTML as `html` does. Attachments are left out. Built without GMime (CATCHWORD_HAVE_GMIME)
/// it reports every file as kFailed "unsupported: mail (built without GMime)".
std::unique_ptr<DocumentReader> make_mail_reader(std::unique_ptr<DocumentReader> text,
                                                 std::unique_ptr<DocumentReader> html);

}  // namespace catchword
