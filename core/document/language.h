// Language detection, for documents that don't say in what language they are.
#pragma once

#include <string>

#include "document/document.h"

namespace catchword {

/// The BCP 47 code ("en", "zh-Hant") of most of the document's text, judged by its first few
/// thousand bytes, or by pieces of these where they leave no doubt; empty when they are too few or too
/// mixed to tell. By CLD2. About 20 us, seven times as much in doubt.
std::string detect_language(const Document& document);

}  // namespace catchword
