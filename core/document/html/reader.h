// The reader of HTML pages. docs/readers/html.md says what it takes from a page, and why.
#pragma once

#include <memory>

#include "document/html/options.h"
#include "document/reader.h"

namespace catchword {

/// A reader that makes one Document of a page, or one Notice:
///   kSkipped "noindex", "redirect", "canonical elsewhere", each as `options` say;
///   kFailed "not text" for binary data;
///   kWarning beside the Document, when the bytes are not what the page declares.
/// Any bytes are read, as a browser would; no nesting and no size is refused. Memory: a few times
/// the page's text. A page that is all navigation may give a Document without passages.
std::unique_ptr<DocumentReader> make_html_reader(HtmlOptions options = {});

}  // namespace catchword
