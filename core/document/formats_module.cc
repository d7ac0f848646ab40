// catchword-formats.so: all that it exports.
#include "document/epub/reader.h"
#include "document/formats_library.h"
#include "document/html/reader.h"
#include "document/mail/reader.h"
#include "document/pdf/reader.h"
#include "document/text/reader.h"

namespace catchword {
namespace {

DocumentReader* make_format_reader(Format format, const HtmlOptions& html) {
  switch (format) {
    case Format::kMail: return make_mail_reader(make_text_reader(), make_html_reader(html)).release();
    case Format::kEpub: return make_epub_reader(make_html_reader(html)).release();
    case Format::kPdf: return make_pdf_reader().release();
    default: return nullptr;
  }
}

}  // namespace
}  // namespace catchword

extern "C" [[gnu::visibility("default")]] const catchword::FormatsLibrary catchword_formats{
    CATCHWORD_VERSION, catchword::make_format_reader};
