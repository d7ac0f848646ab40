// Pages of HTML as the reader finds them.
#pragma once

#include <string>

#include "document/document.h"

namespace catchword::test {

/// The page `html` of `path`; whole, or only its main part.
Document read_page(const std::string& path, const std::string& html, bool main_only = true);

/// Its passages, a heading in brackets on a line of its own.
std::string text_of(const Document& document);

}  // namespace catchword::test
