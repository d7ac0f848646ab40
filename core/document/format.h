// Which format a file has, and the reader for it.
#pragma once

#include <memory>
#include <string_view>

#include "document/reader.h"

namespace catchword {

struct HtmlOptions;

enum class Format {
  kNone,  ///< no document: images, style sheets, scripts, data, archives
  kHtml,
  kMarkdown,
  kText,
  kMail,
  kJsonLines,
  kEpub,
  kPdf,
};

/// The format's name for people: "HTML", "Markdown", "plain text", "mail", "JSON lines", "EPUB", "PDF";
/// "unknown" for kNone.
std::string_view format_name(Format format);

/// Whether `bytes` begin as a message in MIME does: header lines, "MIME-Version" among them.
bool looks_like_mime(std::string_view bytes);

/// The format of a file met on a walk through a folder: by its content where that is
/// unmistakable (PDF, EPUB, mail), else by the extension of its name; a name without one, or with one
/// that nobody knows, by its content. What a site keeps beside its pages (style sheets, scripts,
/// images, fonts, JSON, XML that is no XHTML, archives) is kNone. Looks at the first 4 kB.
Format choose_format(const SourceFile& file);

/// The format of a file that was itself given as input: as choose_format, but any text is read as
/// plain text rather than left out. kNone for binary data only.
Format choose_format_of_named_file(const SourceFile& file);

/// The reader for `format`; null for kNone. `html` also rules the reading of Markdown, EPUB and mail.
std::unique_ptr<DocumentReader> make_reader(Format format, const HtmlOptions& html);

}  // namespace catchword
